package io.archivero;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** JSON of every kind, and the many ways to write it. */
@SuppressWarnings("exports") // tests see jqwik, hosts do not see tests
public final class JsonArbitraries {
    private static final String SPACES = " \t\r\n";

    private JsonArbitraries() {}

    /** Returns objects of all JSON types, a few levels deep, hostile texts and numbers included. */
    public static Arbitrary<Map<String, @Nullable Object>> objects() {
        return mapsOf(values(2)).withoutEdgeCases();
    }

    /** Returns texts with everything that has a meaning to some parser or terminal. */
    public static Arbitrary<String> texts() {
        var hostile = Arbitraries.of(
                "",
                "~",
                "/",
                "\"",
                "\\",
                "\0",
                "\u001f",
                "\u007f",
                "\u2028",
                "\u202E",
                "\uFEFF",
                "\uD83D",
                "\uDE00",
                "\uD83D\uDE00",
                "\u00D1",
                "I",
                "\u0130",
                "'",
                "--",
                "%");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                hostile.list().ofMaxSize(6).map(parts -> String.join("", parts)));
    }

    /** Returns decimals, most of them short, some with hundreds of digits or with exponents of any size. */
    public static Arbitrary<BigDecimal> decimals() {
        var longs = Arbitraries.longs().map(BigInteger::valueOf);
        var repeated = Combinators.combine(
                        Arbitraries.of("7", "-19", "100"),
                        Arbitraries.integers().between(0, 1_100))
                .as((digits, times) -> new BigInteger(digits + "3".repeat(times)));
        var unscaled = Arbitraries.frequencyOf(Tuple.of(9, longs), Tuple.of(1, repeated));
        var scales = Arbitraries.oneOf(Arbitraries.integers().between(-30, 30), Arbitraries.integers());
        return Combinators.combine(unscaled, scales).as(BigDecimal::new);
    }

    /** Returns JSON of any type. */
    public static Arbitrary<@Nullable Object> values() {
        return values(2).withoutEdgeCases();
    }

    /** Writes JSON in one of many ways: keys in any order, white space anywhere, needless escapes, numbers in any form. */
    public static String write(@Nullable Object value, Random random) {
        var out = new StringBuilder();
        value(value, out, random);
        return out.toString();
    }

    private static Arbitrary<@Nullable Object> values(int levels) {
        Arbitrary<@Nullable Object> scalars = Arbitraries.oneOf(
                texts().map(text -> (Object) text),
                decimals().map(decimal -> (Object) decimal),
                Arbitraries.of(true, false).map(bool -> (Object) bool),
                Arbitraries.just(null));
        return levels == 0
                ? scalars
                : Arbitraries.frequencyOf(
                        Tuple.of(3, scalars),
                        Tuple.of(1, values(levels - 1).list().ofMaxSize(4).map(list -> (Object) list)),
                        Tuple.of(1, mapsOf(values(levels - 1)).map(map -> (Object) map)));
    }

    private static Arbitrary<Map<String, @Nullable Object>> mapsOf(Arbitrary<@Nullable Object> values) {
        return Arbitraries.maps(texts(), values).ofMaxSize(4);
    }

    private static void value(@Nullable Object value, StringBuilder out, Random random) {
        space(out, random);
        if (value instanceof Map<?, ?> map) {
            object(map, out, random);
        } else if (value instanceof List<?> list) {
            array(list, out, random);
        } else if (value instanceof String text) {
            string(text, out, random);
        } else if (value instanceof BigDecimal decimal) {
            out.append(number(decimal, random));
        } else {
            out.append(value);
        }
        space(out, random);
    }

    private static void object(Map<?, ?> map, StringBuilder out, Random random) {
        var keys = new ArrayList<Object>(map.keySet());
        Collections.shuffle(keys, random);
        var separator = "{";
        for (var key : keys) {
            out.append(separator);
            value(key, out, random);
            out.append(':');
            value(map.get(key), out, random);
            separator = ",";
        }
        out.append(keys.isEmpty() ? "{" : "");
        space(out, random);
        out.append('}');
    }

    private static void array(List<?> list, StringBuilder out, Random random) {
        var separator = "[";
        for (var element : list) {
            out.append(separator);
            value(element, out, random);
            separator = ",";
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private static void string(String text, StringBuilder out, Random random) {
        out.append('"');
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\' || random.nextInt(8) == 0) {
                out.append(String.format(java.util.Locale.ROOT, random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Moves digits between mantissa and exponent, and adds zeros that mean nothing. */
    static String number(BigDecimal decimal, Random random) {
        var digits =
                decimal.unscaledValue().abs().toString() + "0".repeat(decimal.signum() == 0 ? 0 : random.nextInt(3));
        int added = digits.length() - decimal.unscaledValue().abs().toString().length();
        int point = random.nextInt(digits.length() + 1); // digits after the point
        if (point == digits.length()) {
            digits = "0" + digits;
        }
        var mantissa = digits.substring(0, digits.length() - point);
        var fraction = point == 0 ? "" : "." + digits.substring(digits.length() - point);
        long exponent = -(long) decimal.scale() - added + point;
        var written = exponent == 0 && random.nextBoolean()
                ? ""
                : (random.nextBoolean() ? "e" : "E")
                        + (exponent < 0 ? "-" : random.nextBoolean() ? "+" : "")
                        + "0".repeat(random.nextInt(3))
                        + Math.abs(exponent);
        return (decimal.signum() < 0 ? "-" : "") + mantissa + fraction + written;
    }

    private static void space(StringBuilder out, Random random) {
        while (random.nextInt(4) == 0) {
            out.append(SPACES.charAt(random.nextInt(SPACES.length())));
        }
    }
}
