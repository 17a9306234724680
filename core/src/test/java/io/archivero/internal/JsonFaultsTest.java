package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.JsonObject;
import io.archivero.Limits;
import io.archivero.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class JsonFaultsTest {
    private static final Limits LIMITS = new Limits(3, 120, 4, 5);

    static List<Arguments> objects() {
        return List.of(
                Arguments.of("{}", List.of()),
                Arguments.of("{\"a\":{\"b\":[1]}}", List.of()),
                Arguments.of("{\"a\":[[[1]],[[]]]}", List.of("json_depth /fields/a/0/0", "json_depth /fields/a/1/0")),
                Arguments.of("{\"a\":{\"b\":{\"c\":{}}}}", List.of("json_depth /fields/a/b/c")),
                Arguments.of("{\"a\":\"" + "x".repeat(112) + "\"}", List.of()),
                Arguments.of("{\"a\":\"" + "x".repeat(113) + "\"}", List.of("json_size /fields")),
                Arguments.of("{\"a\":\"" + "\u00f1".repeat(56) + "\"}", List.of()),
                Arguments.of("{\"a\":\"" + "\u00f1".repeat(57) + "\"}", List.of("json_size /fields")),
                Arguments.of("{\"a\":\"" + "\uFFFD".repeat(38) + "\"}", List.of("json_size /fields")),
                Arguments.of("{\"a\":\"" + "\uD83D\uDE00".repeat(28) + "\"}", List.of()),
                Arguments.of("{\"a\":\"" + "\uD83D\uDE00".repeat(29) + "\"}", List.of("json_size /fields")),
                Arguments.of("{\"a\":[1234,0.1234,123400,1e5,1e-5]}", List.of()),
                Arguments.of(
                        "{\"a\":[12345,0,0.12345]}", List.of("number_digits /fields/a/0", "number_digits /fields/a/2")),
                Arguments.of(
                        "{\"a\":1e6,\"b\":-1e-6}", List.of("number_exponent /fields/a", "number_exponent /fields/b")),
                Arguments.of(
                        "{\"a\":12345e999999999999999999999}",
                        List.of("number_digits /fields/a", "number_exponent /fields/a")),
                Arguments.of("{\"a\":[1234,1e5,1e6]}", List.of("number_exponent /fields/a/2")),
                Arguments.of("{\"a\":\"\\u0000" + "x".repeat(106) + "\"}", List.of("null_character /fields/a")),
                Arguments.of("{\"a\":\"\\u0000\"}", List.of("null_character /fields/a")),
                Arguments.of("{\"a\":[\"\\ud800\"]}", List.of("unpaired_surrogate /fields/a/0")),
                Arguments.of("{\"b/\\u0000\":1}", List.of("null_character /fields/b~1\uFFFD")),
                Arguments.of(
                        "{\"a\":\"\\u0000\",\"b\":{\"c\":1e6,\"d\":[[]]},\"\\udc00\":1}",
                        List.of(
                                "null_character /fields/a",
                                "number_exponent /fields/b/c",
                                "json_depth /fields/b/d/0",
                                "unpaired_surrogate /fields/\uFFFD")));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void namesEveryPlaceThatIsBeyondALimit(String json, List<String> expected) {
        assertEquals(
                expected,
                faults(JsonObject.parse(json), LIMITS).stream()
                        .map(violation -> violation.code() + " " + violation.path())
                        .toList());
    }

    @Test
    void sizeIsMeasuredInBytesOfUtf8() {
        var text = "{\"a\":[\"\u007F\u0080\u00f1\u07FF\u0800\uFFFD\uD83D\uDE00\\u0001\\n\",-1.5E+30]}";

        assertEquals(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length,
                JsonAccess.open(JsonObject.parse(text)).facts().bytes());
    }

    @Test
    void judgesWhatCameFromAStoreTheSame() {
        var text = "{\"a\":[[\"\\u0000\",12345]]}";

        assertEquals(
                faults(JsonObject.parse(text), LIMITS), faults(JsonAccess.wrap(CanonicalJson.trusted(text)), LIMITS));
    }

    @Test
    void saysNothingOfTheContent() {
        var object = JsonObject.of(Map.of("a", "secret\0secret", "b", 123456789));

        for (var violation : faults(object, LIMITS)) {
            assertFalse(violation.message().contains("secret")
                    || violation.message().contains("123456789"));
        }
    }

    /** A pointer for every element, each with the long key in it, would be terabytes. */
    @Test
    void aLongKeyAboveManyElementsCostsNoMoreThanTheirSize() {
        var key = "k".repeat(4_000_000);
        var object = JsonObject.parse("{\"" + key + "\":[" + "0,".repeat(1_000_000) + "\"\\u0000\"]}");

        var faults = faults(object, Limits.DEFAULT);

        assertEquals(
                List.of("json_size", "null_character"),
                faults.stream().map(Violation::code).toList());
        assertTrue(faults.get(1).path().length() < 600);
    }

    private static List<Violation> faults(JsonObject object, Limits limits) {
        var violations = new ArrayList<Violation>();
        JsonFaults.check(object, limits, "/fields", violations::add);
        return violations;
    }
}
