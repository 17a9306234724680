package io.archivero.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PrefixEndProperties {
    @Property
    @Label(
            "every text with the prefix comes before its end, by code points and by UTF-16 units, and the end is a text that can be stored")
    void after(@ForAll("texts") String prefix, @ForAll("texts") String rest) {
        var end = PrefixEnd.of(prefix);
        if (end == null) {
            assertEquals("", prefix.replace("\uFFFF", "").replace("\uDBFF\uDFFF", ""));
        } else {
            assertTrue(CodePointOrder.INSTANCE.compare(prefix + rest, end) < 0);
            assertTrue((prefix + rest).compareTo(end) < 0);
            assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(end));
        }
    }

    @Property
    @Label("the end is as near as it can be: what comes right after the last character that has a next one")
    void near(@ForAll("texts") String text) {
        assertEquals(text + "c", PrefixEnd.of(text + "b\uFFFF"));
    }

    /** Few characters, so that the last ones of their kind come often; below, among and above the surrogates. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "\uD7FE", "\uD7FF", "\uE000", "\uFFFE", "\uFFFF", "😀", "\uDBFF\uDFFE", "\uDBFF\uDFFF")
                .list()
                .ofMaxSize(4)
                .map(characters -> String.join("", characters));
    }
}
