package io.archivero.testkit;

import io.archivero.JsonObject;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text together with what it means, said in plain Java and without the library's help. Numbers are held as they are
 * written.
 *
 * @param text the JSON, with whatever white space and escapes
 * @param value the meaning: strings, booleans, nulls, {@link Literal}s, lists and maps
 */
public record JsonSample(String text, Map<String, @Nullable Object> value) {
    /**
     * A number.
     *
     * @param text as it is written
     */
    public record Literal(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Tells whether an object is equal to this sample as JSON is: keys in any order, numbers by value. */
    public boolean means(JsonObject object) {
        return same(value, object.asMap());
    }

    private static boolean same(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> map) {
            return actual instanceof Map<?, ?> other
                    && map.keySet().equals(other.keySet())
                    && map.keySet().stream().allMatch(key -> same(map.get(key), other.get(key)));
        }
        if (expected instanceof List<?> list) {
            return actual instanceof List<?> other
                    && list.size() == other.size()
                    && same(list.iterator(), other.iterator());
        }
        if (expected instanceof Literal literal) {
            return actual instanceof Number
                    && new BigDecimal(literal.text()).compareTo(new BigDecimal(actual.toString())) == 0;
        }
        return Objects.equals(expected, actual);
    }

    private static boolean same(Iterator<?> expected, Iterator<?> actual) {
        while (expected.hasNext()) {
            if (!same(expected.next(), actual.next())) {
                return false;
            }
        }
        return true;
    }
}
