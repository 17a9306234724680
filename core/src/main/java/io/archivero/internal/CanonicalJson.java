package io.archivero.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as its canonical text, with its content as a map and its {@link JsonFacts measures}. What comes from a
 * caller has all three from the start; what comes back from a store has its text, perhaps in UTF-8 still, and the rest only when it is
 * asked for.
 */
public final class CanonicalJson {
    /** The text as a store sent it; null if it did not come so. */
    private final byte @Nullable [] utf8;
    // All are derived from one text alone: two threads that derive them at once come to the same.
    private volatile @Nullable String text;
    private volatile @Nullable Map<String, @Nullable Object> map;
    private volatile @Nullable JsonFacts facts;

    private CanonicalJson(
            byte @Nullable [] utf8,
            @Nullable String text,
            @Nullable Map<String, @Nullable Object> map,
            @Nullable JsonFacts facts) {
        this.utf8 = utf8;
        this.text = text;
        this.map = map;
        this.facts = facts;
    }

    /** Wraps a map as {@link JsonReader} or {@link JavaValues} make it. */
    public static CanonicalJson of(Map<String, @Nullable Object> map) {
        var writer = new CanonicalWriter();
        writer.write(map);
        return new CanonicalJson(null, writer.text(), map, writer.facts());
    }

    /** Wraps a text that {@link #text()} returned earlier, without reading it again. */
    public static CanonicalJson trusted(String text) {
        return new CanonicalJson(null, text, null, null);
    }

    /** Wraps such a text in UTF-8, without decoding it; the array is kept. */
    public static CanonicalJson trusted(byte[] utf8) {
        return new CanonicalJson(utf8, null, null, null);
    }

    /** Returns the canonical text. */
    public String text() {
        var known = text;
        if (known == null) {
            known = new String(Objects.requireNonNull(utf8, "there is one or the other"), StandardCharsets.UTF_8);
            text = known;
        }
        return known;
    }

    /** Tells whether both have one text. What a store sent is compared as it is: to decode it takes longer than all the rest. */
    public boolean isSame(CanonicalJson other) {
        if (text == null && utf8 != null) {
            return Utf8.isEncoded(other.text(), utf8);
        }
        if (other.text == null && other.utf8 != null) {
            return Utf8.isEncoded(text(), other.utf8);
        }
        return text().equals(other.text());
    }

    /** Returns the content, unmodifiable, keys in order. */
    public Map<String, @Nullable Object> map() {
        var known = map;
        if (known == null) {
            known = JsonReader.read(text());
            map = known;
        }
        return known;
    }

    /** Returns the measures that limits are held against. */
    public JsonFacts facts() {
        var known = facts;
        if (known == null) {
            var writer = new CanonicalWriter();
            writer.write(map());
            known = writer.facts();
            facts = known;
        }
        return known;
    }
}
