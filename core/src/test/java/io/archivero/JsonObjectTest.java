package io.archivero;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.InvalidJsonException.Code;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is one JSON object, what is not, and what comes out of it again. */
@Timeout(60) // generous: what is not linear here takes hours
class JsonObjectTest {
    static List<Arguments> refusedTexts() {
        return List.of(
                refused("", Code.SYNTAX, 0),
                refused("  ", Code.SYNTAX, 2),
                refused("\uFEFF{}", Code.SYNTAX, 0),
                refused("{", Code.SYNTAX, 1),
                refused("nul", Code.SYNTAX, 0),
                refused("{}x", Code.SYNTAX, 2),
                refused("{} {}", Code.SYNTAX, 3),
                refused("{}\0", Code.SYNTAX, 2),
                refused("{\"a\":1,}", Code.SYNTAX, 7),
                refused("{\"a\":[1,]}", Code.SYNTAX, 8),
                refused("{\"a\":[1 2]}", Code.SYNTAX, 8),
                refused("{\"a\" 1}", Code.SYNTAX, 5),
                refused("{a:1}", Code.SYNTAX, 1),
                refused("{'a':1}", Code.SYNTAX, 1),
                refused("/* c */{}", Code.SYNTAX, 0),
                refused("{} // c", Code.SYNTAX, 3),
                refused("{\"a\":NaN}", Code.SYNTAX, 8),
                refused("{\"a\":Infinity}", Code.SYNTAX, 13),
                refused("{\"a\":01}", Code.SYNTAX, 6),
                refused("{\"a\":+1}", Code.SYNTAX, 6),
                refused("{\"a\":.5}", Code.SYNTAX, 5),
                refused("{\"a\":1.}", Code.SYNTAX, 6),
                refused("{\"a\":1e}", Code.SYNTAX, 6),
                refused("{\"a\":-}", Code.SYNTAX, 6),
                refused("{\"a\":0x1}", Code.SYNTAX, 6),
                refused("{\"a\":\"\t\"}", Code.SYNTAX, 6),
                refused("{\"a\":\"\\x\"}", Code.SYNTAX, 7),
                refused("{\"a\":\"\\u00g0\"}", Code.SYNTAX, 10),
                refused("{\"a\":\"\\u002\u0130\"}", Code.SYNTAX, 11),
                refused("[1", Code.SYNTAX, 2),
                refused("[1]x", Code.SYNTAX, 3),
                refused("[1]", Code.NOT_AN_OBJECT, 0),
                refused(" null ", Code.NOT_AN_OBJECT, 0),
                refused("true", Code.NOT_AN_OBJECT, 0),
                refused("\"text\"", Code.NOT_AN_OBJECT, 0),
                refused("17", Code.NOT_AN_OBJECT, 0),
                refused("{\"a\":1,\"a\":1}", Code.DUPLICATE_KEY, 7),
                refused("{\"a\":1,\"\\u0061\":1}", Code.DUPLICATE_KEY, 7),
                refused("{\"\\ud83d\\ude00\":1,\"a\":2,\"a\":3}", Code.DUPLICATE_KEY, 24),
                refused("{\"\\ud83d\":1,\"\uD83D\":2}", Code.DUPLICATE_KEY, 12),
                refused("{\"a\":[{\"b\":null,\"b\":null}]}", Code.DUPLICATE_KEY, 16),
                refused(nested(Limits.PARSER_DEPTH + 1), Code.TOO_DEEP, 5L * Limits.PARSER_DEPTH),
                refused("{\"a\":" + "[".repeat(100_000), Code.TOO_DEEP, 5L + Limits.PARSER_DEPTH - 1));
    }

    @ParameterizedTest
    @MethodSource("refusedTexts")
    void refusesWhatIsNotOneJsonObject(String text, Code code, long position) {
        var refusal = assertThrows(InvalidJsonException.class, () -> JsonObject.parse(text));

        assertEquals(code, refusal.code());
        assertEquals(position, refusal.position());
        assertEquals("not a JSON object: " + code + " at character " + position, refusal.getMessage());
    }

    @Test
    void refusesAHundredThousandLevelsWithoutRunningOutOfStack() {
        var deep = "[".repeat(100_000);

        assertCode(Code.NOT_AN_OBJECT, deep + "]".repeat(100_000));
        assertCode(Code.SYNTAX, deep);
    }

    @Test
    void holdsAsManyLevelsAsItSays() {
        var text = nested(Limits.PARSER_DEPTH);

        assertEquals(text, JsonObject.parse(text).json());
    }

    @Test
    void holdsAsManyLevelsOfMapsAndListsAsItSays() {
        for (var level : List.<UnaryOperator<Object>>of(inner -> Map.of("a", inner), List::of)) {
            Object value = 1;
            for (int levels = 1; levels < Limits.PARSER_DEPTH; levels++) {
                value = level.apply(value);
            }
            var deepest = Map.of("a", value);
            assertEquals(JsonObject.parse(JsonObject.of(deepest).json()), JsonObject.of(deepest));

            var tooDeep = Map.of("a", level.apply(value));
            var refusal = assertThrows(InvalidJsonException.class, () -> JsonObject.of(tooDeep));
            assertEquals(Code.TOO_DEEP, refusal.code());
        }
    }

    @Test
    void numbersBeyondAnyOtherAreEqualIfTheirTextsAre() {
        var huge = number("1e999999999");

        assertEquals(huge, number("10E+999999998"));
        assertEquals(huge.hashCode(), number("10e999999998").hashCode());
        assertNotEquals(huge, number("1e999999998"));
        assertNotEquals(number("-1e999999999").hashCode(), huge.hashCode());
        assertEquals(Float.POSITIVE_INFINITY, huge.floatValue());
        assertEquals(Long.MAX_VALUE, huge.longValue());
        assertEquals(Integer.MAX_VALUE, huge.intValue());
    }

    private static Number number(String text) {
        return (Number) Objects.requireNonNull(
                JsonObject.parse("{\"a\":" + text + "}").asMap().get("a"));
    }

    static List<Arguments> canonicalTexts() {
        return List.of(
                Arguments.of(" { } ", "{}"),
                Arguments.of("{\"b\":1,\"a\":2}", "{\"a\":2,\"b\":1}"),
                Arguments.of("{\"\uFF61\":1,\"\uD83D\uDE00\":2}", "{\"\uD83D\uDE00\":2,\"\uFF61\":1}"),
                Arguments.of("{\"a\": [ true , false , null , \"\" ]}", "{\"a\":[true,false,null,\"\"]}"),
                Arguments.of("{\"\\u00e1\\/\":\"\\u0041\"}", "{\"\u00e1/\":\"A\"}"),
                Arguments.of(
                        "{\"a\":\"\\u0000\\u0001\\b\\t\\n\\f\\r\\\"\\\\\\u001f\\u007f\"}",
                        "{\"a\":\"\\u0000\\u0001\\b\\t\\n\\f\\r\\\"\\\\\\u001f\u007f\"}"),
                Arguments.of("{\"\\uDE00\\\\uD83D\":\"\\\\\"}", "{\"\uDE00\\\\uD83D\":\"\\\\\"}"),
                Arguments.of("{\"a\":\"\\ud83d\\ude00\\ud83d\"}", "{\"a\":\"\uD83D\uDE00\uD83D\"}"));
    }

    @ParameterizedTest
    @MethodSource("canonicalTexts")
    void hasOneTextForAllThatSayTheSame(String text, String canonical) {
        assertEquals(canonical, JsonObject.parse(text).json());
    }

    @Test
    void isEqualToWhatSaysTheSame() {
        var one = JsonObject.parse("{\"a\":1,\"b\":[1.0,\"x\"]}");
        var other = JsonObject.parse(" {\"b\":[1e0,\"\\u0078\"], \"a\":10E-1}");

        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertEquals(one.asMap(), other.asMap());
        assertNotEquals(one, JsonObject.parse("{\"a\":1,\"b\":[\"x\",1]}"), "the order of an array counts");
        assertNotEquals(
                JsonObject.parse("{\"a\":\"\u00e1\"}"), JsonObject.parse("{\"a\":\"a\u0301\"}"), "so does the form");
        assertFalse(one.equals((Object) one.json()));
    }

    @Test
    void copiesWhatJsonHasAFormFor() {
        var values = new HashMap<String, @Nullable Object>();
        values.put("text", new StringBuilder("a"));
        values.put(
                "numbers",
                new Object[] {(byte) 1, (short) 2, 3, 4L, 5.5f, 0.1, new BigInteger("7"), new BigDecimal("8.80")});
        values.put("others", Arrays.asList(true, null, Map.of(), JsonObject.parse("{\"a\":1e9999999}")));

        var object = JsonObject.of(values);

        assertEquals(
                "{\"numbers\":[1,2,3,4,5.5,0.1,7,8.8],\"others\":[true,null,{},{\"a\":1E+9999999}],\"text\":\"a\"}",
                object.json());
    }

    @Test
    void zeroIsOneNumberHoweverItComes() {
        for (var zero :
                List.of(0, 0L, 0.0, -0.0, 0f, BigInteger.ZERO, new BigDecimal("0.00"), new BigDecimal("-0E+99"))) {
            assertEquals("{\"a\":0}", JsonObject.of(Map.of("a", zero)).json());
        }
        for (var zero : List.of("0", "-0", "0.000", "0e99", "-0E-99")) {
            assertEquals("{\"a\":0}", JsonObject.parse("{\"a\":" + zero + "}").json());
        }
    }

    static List<Arguments> refusedValues() {
        var cycle = new ArrayList<Object>();
        cycle.add(cycle);
        var twins = new IdentityHashMap<String, Integer>();
        twins.put("a", 1);
        twins.put(String.valueOf(new char[] {'a'}), 2);
        return List.of(
                Arguments.of(Double.NaN, Code.UNSUPPORTED_VALUE),
                Arguments.of(Float.NEGATIVE_INFINITY, Code.UNSUPPORTED_VALUE),
                Arguments.of(new Object(), Code.UNSUPPORTED_VALUE),
                Arguments.of(new int[] {1}, Code.UNSUPPORTED_VALUE),
                Arguments.of('c', Code.UNSUPPORTED_VALUE),
                Arguments.of(Map.of(1, 2), Code.UNSUPPORTED_VALUE),
                Arguments.of(new HashMap<>(nullKey()), Code.UNSUPPORTED_VALUE),
                Arguments.of(twins, Code.DUPLICATE_KEY),
                Arguments.of(cycle, Code.TOO_DEEP));
    }

    @ParameterizedTest
    @MethodSource("refusedValues")
    void refusesWhatJsonHasNoFormFor(Object value, Code code) {
        var refusal = assertThrows(InvalidJsonException.class, () -> JsonObject.of(Map.of("a", value)));

        assertEquals(code, refusal.code());
        assertEquals(-1, refusal.position());
        assertEquals("not a JSON object: " + code, refusal.getMessage());
    }

    @Test
    void isNotChangedByWhatItWasMadeOfOrByWhatItHandsOut() {
        var values = new TreeMap<String, Object>(Map.of("a", new ArrayList<>(List.of(1))));
        var object = JsonObject.of(values);
        values.clear();

        assertEquals("{\"a\":[1]}", object.json());
        assertThrows(UnsupportedOperationException.class, () -> object.asMap().put("b", 1));
        assertThrows(
                UnsupportedOperationException.class,
                () -> ((List<?>) object.asMap().get("a")).remove(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"secret\"}", "{\"secret\":1}"})
    void showsNoContent(String text) {
        assertFalse(JsonObject.parse(text).toString().contains("secret"));
    }

    @Test
    void costsTimeInProportionToTheText() {
        var longString = "x".repeat(10_000_000);
        var keys = new StringBuilder("{\"k\":0");
        for (int i = 0; i < 1_000_000; i++) {
            keys.append(",\"").append(i).append("\":0");
        }
        var digits = "7".repeat(3_000_000);

        assertEquals(
                longString,
                JsonObject.parse("{\"a\":\"" + longString + "\"}").asMap().get("a"));
        assertEquals(1_000_001, JsonObject.parse(keys + "}").asMap().size());
        assertTrue(JsonObject.parse("{\"a\":" + digits + "}").json().endsWith("E+2999999}"));
        assertTrue(JsonObject.parse("{\"a\":1e" + digits + "}").json().endsWith("7}"));
        assertEquals(
                "{\"a\":1E+999999999}", JsonObject.parse("{\"a\":1e999999999}").json());
    }

    private static Map<@Nullable String, Integer> nullKey() {
        var map = new HashMap<@Nullable String, Integer>();
        map.put(null, 1);
        return map;
    }

    private static Arguments refused(String text, Code code, long position) {
        return Arguments.of(text, code, position);
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    private static void assertCode(Code code, String text) {
        assertEquals(
                code,
                assertThrows(InvalidJsonException.class, () -> JsonObject.parse(text))
                        .code());
    }

    @Test
    void numbersOfForeignClassesAreTakenByValue() {
        var decimal = new BigDecimal("1.50") {
            private static final long serialVersionUID = 1L;

            @Override
            public String toString() {
                return "no JSON";
            }

            @Override
            public BigDecimal stripTrailingZeros() {
                return this;
            }
        };
        var integer = new BigInteger("7") {
            private static final long serialVersionUID = 1L;

            @Override
            public String toString() {
                return "no JSON";
            }

            @Override
            public String toString(int radix) {
                return "no JSON";
            }
        };
        var json = JsonObject.of(Map.of("d", decimal, "i", integer));
        assertEquals("{\"d\":1.5,\"i\":7}", json.json());
        assertEquals(JsonObject.parse(json.json()), json);
        assertEquals(Map.of("d", new BigDecimal("1.5"), "i", new BigDecimal(7)), json.asMap());
    }
}
