package io.archivero.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.JsonObject;
import io.archivero.spi.StoredJson;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class Utf8Properties {
    @Property
    @Label("a text is encoded by its own bytes")
    void own(@ForAll("texts") String text) {
        assertTrue(Utf8.isEncoded(text, text.getBytes(UTF_8)));
    }

    @Property
    @Label("and by those of no other text")
    void others(@ForAll("texts") String text, @ForAll("texts") String other) {
        assertEquals(text.equals(other), Utf8.isEncoded(text, other.getBytes(UTF_8)));
    }

    @Property
    @Label("nor by its own bytes with one changed, left out at the end, or added")
    void nearly(@ForAll("texts") String text, @ForAll int where, @ForAll @IntRange(min = 1, max = 255) int change) {
        var bytes = text.getBytes(UTF_8);
        assertFalse(Utf8.isEncoded(text, Arrays.copyOf(bytes, bytes.length + 1)));
        if (bytes.length > 0) {
            var cut = Arrays.copyOf(bytes, bytes.length - 1);
            assertEquals(text.equals(new String(cut, UTF_8)), Utf8.isEncoded(text, cut));
            bytes[Math.floorMod(where, bytes.length)] ^= (byte) change;
            assertEquals(text.equals(new String(bytes, UTF_8)), Utf8.isEncoded(text, bytes));
        }
    }

    @Property
    @Label("JSON that came back from a store in UTF-8 is what was stored, and nothing else")
    void stored(@ForAll("texts") String text, @ForAll("texts") String other) {
        var object = JsonObject.of(Map.of("key", text));
        var another = JsonObject.of(Map.of("key", other));
        var back = StoredJson.ofUtf8(object.json().getBytes(UTF_8));
        assertEquals(object, back);
        assertEquals(back, object);
        assertEquals(object.equals(another), back.equals(another));
        assertEquals(
                object.equals(another),
                another.equals(StoredJson.ofUtf8(object.json().getBytes(UTF_8))));
        assertEquals(object.json(), back.json());
        assertEquals(object.asMap(), back.asMap());
        assertEquals(
                object.hashCode(),
                StoredJson.ofUtf8(object.json().getBytes(UTF_8)).hashCode());
        assertEquals(back, StoredJson.ofUtf8(object.json().getBytes(UTF_8)));
    }

    @Example
    @Label("bytes that are no UTF-8 are equal to no text that a store could hold")
    void malformed() {
        var bytes = new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '"', '}'};
        assertNotEquals(JsonObject.parse("{\"a\":\"\u00E9\"}"), StoredJson.ofUtf8(bytes));
        assertFalse(Utf8.isEncoded("\u00E9", new byte[] {(byte) 0xC3}));
        assertFalse(Utf8.isEncoded("\u00E9", new byte[] {(byte) 0xE9}));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, Arbitraries.of("a", "b", "\u007F")),
                        Tuple.of(3, Arbitraries.of("\u0080", "\u00E9", "\u0141", "\u07FF")),
                        Tuple.of(1, Arbitraries.of("\u0800", "\u20AC", "\uFFFD", "\uD83D\uDE00")))
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }
}
