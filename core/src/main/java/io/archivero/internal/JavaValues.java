package io.archivero.internal;

import io.archivero.InvalidJsonException;
import io.archivero.InvalidJsonException.Code;
import io.archivero.JsonObject;
import io.archivero.Limits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Copies a host's maps, lists and values into the form that {@link JsonReader} reads from a text. */
public final class JavaValues {
    private JavaValues() {}

    /** Copies a map whose keys must be strings. */
    public static Map<String, @Nullable Object> copy(Map<?, ?> values) {
        return object(values, 1);
    }

    private static Map<String, @Nullable Object> object(Map<?, ?> values, int depth) {
        requireDepth(depth);
        var copy = new TreeMap<String, @Nullable Object>();
        for (var entry : values.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw unsupported();
            }
            if (copy.containsKey(key)) { // an IdentityHashMap, say
                throw new InvalidJsonException(Code.DUPLICATE_KEY, -1);
            }
            copy.put(key, value(entry.getValue(), depth + 1));
        }
        return Collections.unmodifiableMap(copy);
    }

    private static List<@Nullable Object> array(Iterable<?> values, int depth) {
        requireDepth(depth);
        var copy = new ArrayList<@Nullable Object>();
        for (var value : values) {
            copy.add(value(value, depth + 1));
        }
        return Collections.unmodifiableList(copy);
    }

    private static @Nullable Object value(@Nullable Object value, int depth) {
        if (value == null || value instanceof Boolean) {
            return value;
        } else if (value instanceof CharSequence text) {
            return text.toString();
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof Map<?, ?> map) {
            return object(map, depth);
        } else if (value instanceof JsonObject json) {
            return object(json.asMap(), depth);
        } else if (value instanceof Iterable<?> iterable) {
            return array(iterable, depth);
        } else if (value instanceof Object[] array) {
            return array(Arrays.asList(array), depth);
        }
        throw unsupported();
    }

    private static Number number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return JsonNumbers.of(new BigDecimal(plain(decimal.unscaledValue()), decimal.scale()));
        } else if (number instanceof BigInteger integer) {
            return JsonNumbers.of(new BigDecimal(plain(integer)));
        } else if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw unsupported();
            }
            return JsonNumbers.of(new BigDecimal(number.toString()));
        } else if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte) {
            return JsonNumbers.of(BigDecimal.valueOf(number.longValue()));
        } else if (number instanceof HugeNumber) {
            return number;
        }
        throw unsupported();
    }

    /** Returns the integer itself, not one of a subclass that says other things of itself. */
    private static BigInteger plain(BigInteger integer) {
        return integer.getClass() == BigInteger.class ? integer : new BigInteger(integer.toByteArray());
    }

    private static void requireDepth(int depth) {
        if (depth > Limits.PARSER_DEPTH) {
            throw new InvalidJsonException(Code.TOO_DEEP, -1);
        }
    }

    private static InvalidJsonException unsupported() {
        return new InvalidJsonException(Code.UNSUPPORTED_VALUE, -1);
    }
}
