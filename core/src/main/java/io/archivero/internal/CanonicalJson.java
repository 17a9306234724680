package io.archivero.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as its canonical text, with its content as a map and its {@link JsonFacts measures}. What comes from a
 * caller has all three from the start; what comes back from a store has its text, and the rest only when it is asked for.
 */
public final class CanonicalJson {
    private final String text;
    // Both are derived from the text alone: two threads that derive them at once come to the same.
    private volatile @Nullable Map<String, @Nullable Object> map;
    private volatile @Nullable JsonFacts facts;

    private CanonicalJson(String text, @Nullable Map<String, @Nullable Object> map, @Nullable JsonFacts facts) {
        this.text = text;
        this.map = map;
        this.facts = facts;
    }

    /** Wraps a map as {@link JsonReader} or {@link JavaValues} make it. */
    public static CanonicalJson of(Map<String, @Nullable Object> map) {
        var writer = new CanonicalWriter();
        writer.write(map);
        return new CanonicalJson(writer.text(), map, writer.facts());
    }

    /** Wraps a text that {@link #text()} returned earlier, without reading it again. */
    public static CanonicalJson trusted(String text) {
        return new CanonicalJson(text, null, null);
    }

    /** Returns the canonical text. */
    public String text() {
        return text;
    }

    /** Returns the content, unmodifiable, keys in order. */
    public Map<String, @Nullable Object> map() {
        var known = map;
        if (known == null) {
            known = JsonReader.read(text);
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
