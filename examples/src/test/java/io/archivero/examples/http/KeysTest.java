package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A key")
class KeysTest {
    private static final String HASH = Keys.hash("presented").hex();

    @Test
    @DisplayName("is found among others by its hash, and the hash itself is no key")
    void found() {
        var keys = new Keys(
                List.of(key("other", Keys.hash("other").hex()), key("this", HASH), key("more", "0".repeat(64))));
        assertEquals("this", keys.find("presented").orElseThrow().name());
        assertEquals(Optional.empty(), keys.find(HASH));
        assertEquals(Optional.empty(), keys.find(""));
    }

    @Test
    @DisplayName("is another one as soon as one digit of its hash is")
    void everyDigitCounts() {
        var others = new ArrayList<Keys.Key>();
        for (int i = 0; i < HASH.length(); i++) {
            var digit = HASH.charAt(i) == '0' ? '1' : '0';
            others.add(key("other", HASH.substring(0, i) + digit + HASH.substring(i + 1)));
        }
        assertEquals(Optional.empty(), new Keys(others).find("presented"));
    }

    private static Keys.Key key(String name, String hash) {
        return new Keys.Key(name, Set.of(Environment.TEST), new Keys.HexHash(hash));
    }
}
