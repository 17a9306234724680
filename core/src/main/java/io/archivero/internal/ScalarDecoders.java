package io.archivero.internal;

import io.archivero.JsonObject;
import io.archivero.ViolationCodes;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Java types that one JSON value is turned into directly: strictly, nothing is read as what it is not. Numbers
 * count by value: {@code 2020.0} is the whole number 2020.
 */
final class ScalarDecoders {
    /** Beyond it, a whole number is not written out: that would cost memory out of proportion to its text. */
    private static final int MAX_INTEGER_EXPONENT = 100_000;

    private static final Map<Class<?>, Decoder> DECODERS = Map.ofEntries(
            Map.entry(String.class, json -> json instanceof String ? json : Misfit.type("must be a string")),
            Map.entry(Boolean.class, json -> json instanceof Boolean ? json : Misfit.type("must be true or false")),
            Map.entry(Byte.class, json -> whole(json, Byte.MIN_VALUE, Byte.MAX_VALUE, value -> (byte) value)),
            Map.entry(Short.class, json -> whole(json, Short.MIN_VALUE, Short.MAX_VALUE, value -> (short) value)),
            Map.entry(Integer.class, json -> whole(json, Integer.MIN_VALUE, Integer.MAX_VALUE, value -> (int) value)),
            Map.entry(Long.class, json -> whole(json, Long.MIN_VALUE, Long.MAX_VALUE, value -> value)),
            Map.entry(BigInteger.class, ScalarDecoders::bigInteger),
            Map.entry(BigDecimal.class, json -> decimal(json, value -> value)),
            Map.entry(Float.class, json -> decimal(json, value -> finite(value.floatValue()))),
            Map.entry(Double.class, json -> decimal(json, value -> finite(value.doubleValue()))),
            Map.entry(LocalDate.class, ScalarDecoders::date),
            Map.entry(JsonObject.class, ScalarDecoders::object));

    private ScalarDecoders() {}

    /** Returns the decoder for a type, primitive types included; null if it is not one of these. */
    static @Nullable Decoder find(Class<?> type) {
        return type.isEnum() ? constants(type) : DECODERS.get(boxed(type));
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private static Object whole(Object json, long least, long most, LongFunction<Object> converter) {
        if (!isWhole(json)) {
            return Misfit.type("must be a whole number");
        }
        var value = JsonNumbers.longValue((Number) json);
        return value != null && value >= least && value <= most
                ? converter.apply(value)
                : Misfit.range("must be a whole number from " + least + " to " + most);
    }

    private static Object bigInteger(Object json) {
        if (!isWhole(json)) {
            return Misfit.type("must be a whole number");
        }
        return json instanceof BigDecimal number && number.scale() >= -MAX_INTEGER_EXPONENT
                ? number.toBigInteger()
                : Misfit.range("must be a whole number of fewer digits");
    }

    private static boolean isWhole(Object json) {
        return json instanceof Number number && JsonNumbers.isWhole(number);
    }

    private static Object decimal(Object json, Function<BigDecimal, Object> converter) {
        if (!(json instanceof Number)) {
            return Misfit.type("must be a number");
        }
        return json instanceof BigDecimal number
                ? converter.apply(number)
                : Misfit.range("must be a number of fewer digits and a smaller exponent"); // a HugeNumber
    }

    private static Object finite(Number number) {
        return Double.isFinite(number.doubleValue()) ? number : Misfit.range("must be a smaller number");
    }

    private static Object date(Object json) {
        if (!(json instanceof String text)) {
            return Misfit.type("must be a string with a date such as 2023-12-25");
        }
        var date = CalendarDates.parse(text);
        return date != null
                ? date
                : new Misfit(ViolationCodes.DATE, "", "must be a date of the calendar such as 2023-12-25");
    }

    @SuppressWarnings("unchecked") // JsonReader and JavaValues make no other maps
    private static Object object(Object json) {
        return json instanceof Map<?, ?> map
                ? JsonAccess.wrap(CanonicalJson.of((Map<String, @Nullable Object>) map))
                : Misfit.type("must be an object");
    }

    private static Decoder constants(Class<?> type) {
        var constants = new HashMap<String, Object>();
        for (var constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        var names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
        return json -> {
            if (!(json instanceof String name)) {
                return Misfit.type("must be a string");
            }
            var constant = constants.get(name);
            return constant != null ? constant : new Misfit(ViolationCodes.NOT_ALLOWED, "", "must be one of " + names);
        };
    }
}
