package io.archivero;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.archivero.InvalidJsonException.Code;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds for every JSON object, however it is written. */
class JsonObjectProperties {
    private static final String ALPHABET = "{}[]\",:\\\\u0aeEdD8+-.1 \t\n\r\0\u000b\u00a0\uFEFF\u2028\uD83D/*#'tfnN";

    @Provide
    Arbitrary<Map<String, @Nullable Object>> objects() {
        return JsonArbitraries.objects();
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return JsonArbitraries.decimals();
    }

    /** Objects with a few characters changed, which mostly makes them something else. */
    @Provide
    Arbitrary<String> nearlyJson() {
        var texts = Combinators.combine(JsonArbitraries.objects(), Arbitraries.longs())
                .as((object, seed) -> JsonArbitraries.write(object, new Random(seed)));
        var strange = Arbitraries.of(ALPHABET.split("", -1)).list().ofMaxSize(3).map(parts -> String.join("", parts));
        return Combinators.combine(
                        texts,
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 3),
                        strange)
                .as((text, at, length, with) -> {
                    int from = Math.min(at, text.length());
                    int to = Math.min(from + length, text.length());
                    return text.substring(0, from) + with + text.substring(to);
                });
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyWayToWriteAnObjectIsTheSameObject(
            @ForAll("objects") Map<String, @Nullable Object> values, @ForAll long one, @ForAll long another) {
        var object = JsonObject.of(values);
        var first = JsonObject.parse(JsonArbitraries.write(values, new Random(one)));
        var second = JsonObject.parse(JsonArbitraries.write(values, new Random(another)));

        assertEquals(object, first);
        assertEquals(first, second);
        assertEquals(first.hashCode(), second.hashCode());
        assertEquals(first.asMap(), second.asMap());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatWasAcceptedComesBackEqual(@ForAll("objects") Map<String, @Nullable Object> values) {
        var object = JsonObject.of(values);

        assertEquals(object.json(), JsonObject.parse(object.json()).json());
        assertEquals(object.asMap(), JsonObject.parse(object.json()).asMap());
        assertEquals(object, JsonObject.of(object.asMap()));
        assertSame(values, object.asMap());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void numbersAreComparedByValue(@ForAll("decimals") BigDecimal one, @ForAll("decimals") BigDecimal another) {
        Assume.that(one.compareTo(another) != 0);

        assertNotEquals(JsonObject.of(Map.of("a", one)), JsonObject.of(Map.of("a", another)));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void neighboursAmongNumbersStayApart(@ForAll("decimals") BigDecimal number) {
        var next = new BigDecimal(number.unscaledValue().add(BigInteger.ONE), number.scale());

        assertNotEquals(JsonObject.of(Map.of("a", number)), JsonObject.of(Map.of("a", next)));
    }

    /** RFC 8259, no more and no less. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsJsonIsHeldAndNothingElse(@ForAll("nearlyJson") String text) {
        var code = refusal(text);

        assertEquals(JsonGrammar.isValue(text), code != Code.SYNTAX);
        assertEquals(code == null || code == Code.DUPLICATE_KEY, JsonGrammar.isObject(text));
    }

    private static @Nullable Code refusal(String text) {
        try {
            var object = JsonObject.parse(text);
            assertEquals(object, JsonObject.parse(object.json()));
            return null;
        } catch (InvalidJsonException e) {
            return e.code();
        }
    }

    /** Equal as JSON, without the help of what is tested. */
    private static void assertSame(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> map) {
            assertEquals(map.keySet(), ((Map<?, ?>) actual).keySet());
            map.forEach((key, value) -> assertSame(value, ((Map<?, ?>) actual).get(key)));
        } else if (expected instanceof List<?> list) {
            assertEquals(list.size(), ((List<?>) actual).size());
            for (int i = 0; i < list.size(); i++) {
                assertSame(list.get(i), ((List<?>) actual).get(i));
            }
        } else if (expected instanceof BigDecimal decimal && actual instanceof BigDecimal number) {
            assertEquals(0, decimal.compareTo(number));
        } else if (!(expected instanceof BigDecimal)) {
            assertEquals(expected, actual);
        }
    }
}
