package io.archivero.testkit;

import io.archivero.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text together with what it means, said in plain Java and without the library's help. Numbers are held as they are
 * written.
 *
 * @param text the JSON, with whatever white space and escapes
 * @param value the meaning: strings, {@link Literal}s, lists and maps
 */
public record JsonSample(String text, Map<String, Object> value) {
    /**
     * A number, true, false or null.
     *
     * @param text as it is written
     */
    public record Literal(String text) {
        private boolean means(@Nullable Object actual) {
            return actual instanceof Number
                    ? !Set.of("true", "false", "null").contains(text)
                            && new BigDecimal(text).compareTo(new BigDecimal(actual.toString())) == 0
                    : text.equals(String.valueOf(actual)) && !(actual instanceof String);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Tells whether an object is equal to this sample as JSON is: keys in any order, numbers by value. */
    public boolean means(JsonObject object) {
        return same(value, object.asMap());
    }

    private static boolean same(Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> map) {
            return actual instanceof Map<?, ?> other
                    && map.keySet().equals(other.keySet())
                    && map.entrySet().stream().allMatch(entry -> same(entry.getValue(), other.get(entry.getKey())));
        } else if (expected instanceof List<?> list) {
            return actual instanceof List<?> other
                    && list.size() == other.size()
                    && IntStream.range(0, list.size()).allMatch(i -> same(list.get(i), other.get(i)));
        } else if (expected instanceof Literal literal) {
            return literal.means(actual);
        }
        return expected.equals(actual);
    }
}
