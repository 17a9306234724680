package io.archivero.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.archivero.DocumentUpsert;
import io.archivero.InvalidJsonException;
import io.archivero.InvalidJsonException.Code;
import io.archivero.JsonObject;
import io.archivero.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One item: what is read of it, and that whatever is wrong inside it is its own violation and nothing else's. */
@Timeout(60)
class ItemRequestTest {
    private static final WireCodec CODEC = WireCodec.standard();

    static List<Arguments> faults() {
        return List.of(
                // the item itself
                faulty("null", "type "),
                faulty("17", "type "),
                faulty("\"text\"", "type "),
                faulty("[{\"clientId\":1}]", "type "),
                // keys
                faulty("{\"sourceVersion\":1}", "unknown_key /sourceVersion"),
                faulty("{\"expectedVersion\":1}", "unknown_key /expectedVersion"),
                faulty("{\"ExternalId\":\"a\"}", "unknown_key /ExternalId"),
                faulty("{\"\":{\"size\":\"x\"}}", "unknown_key /"),
                faulty("{\"a/b\\n\\udc00\":[[]]}", "unknown_key /a~1b\uFFFD\uFFFD"),
                faulty("{\"x\":1,\"x\":2,\"y\":3}", "unknown_key /x", "duplicate_key /x", "unknown_key /y"),
                faulty("{\"size\":1,\"size\":\"x\"}", "duplicate_key /size"),
                faulty("{\"fields\":{},\"fields\":{\"a\":1,\"a\":1}}", "duplicate_key /fields"),
                // types
                faulty("{\"clientId\":7}", "type /clientId"),
                faulty("{\"externalId\":7}", "type /externalId"),
                faulty("{\"externalId\":{\"a\":[1]}}", "type /externalId"),
                faulty("{\"scope\":true}", "type /scope"),
                faulty("{\"type\":[\"ine\"]}", "type /type"),
                faulty("{\"category\":{}}", "type /category"),
                faulty("{\"contentType\":1.5}", "type /contentType"),
                faulty("{\"expiresAt\":20231225}", "type /expiresAt"),
                faulty("{\"metadata\":\"{}\"}", "type /metadata"),
                faulty("{\"fields\":[]}", "type /fields"),
                faulty("{\"fields\":[{\"a\":1,\"a\":1}]}", "type /fields"),
                faulty("{\"filename\":false}", "type /filename"),
                faulty("{\"size\":\"1\"}", "type /size"),
                faulty("{\"size\":1.5}", "type /size"),
                faulty("{\"size\":1e-999999999}", "type /size"),
                faulty("{\"size\":[1]}", "type /size"),
                faulty("{\"storagePath\":{\"storagePath\":\"x\"}}", "type /storagePath"),
                // forms
                faulty("{\"clientId\":\"\"}", "uuid /clientId"),
                faulty("{\"clientId\":\"1-1-1-1-1\"}", "uuid /clientId"),
                faulty("{\"clientId\":\"018bcfe568007c3e8b1a5f0e9d2c4b6a\"}", "uuid /clientId"),
                faulty("{\"clientId\":\"018bcfe5-6800-7c3e-8b1-a5f0e9d2c4b6a\"}", "uuid /clientId"),
                faulty("{\"clientId\":\"018bcfe5-6800-7c3e-8b1a-5f0e9d2c4b6g\"}", "uuid /clientId"),
                faulty("{\"clientId\":\"\uff1018bcfe5-6800-7c3e-8b1a-5f0e9d2c4b6\"}", "uuid /clientId"),
                faulty("{\"clientId\":\"-18bcfe5-6800-7c3e-8b1a-5f0e9d2c4b6a\"}", "uuid /clientId"),
                faulty("{\"scope\":\"mx\"}", "not_allowed /scope"),
                faulty("{\"scope\":\"\"}", "not_allowed /scope"),
                faulty("{\"category\":\"IDENTITY\"}", "not_allowed /category"),
                faulty("{\"category\":\"identity \"}", "not_allowed /category"),
                faulty("{\"expiresAt\":\"2023-02-29\"}", "date /expiresAt"),
                faulty("{\"expiresAt\":\"2023-1-1\"}", "date /expiresAt"),
                faulty("{\"expiresAt\":\"2023-12-25T00:00:00Z\"}", "date /expiresAt"),
                faulty("{\"expiresAt\":\"+12023-12-25\"}", "date /expiresAt"),
                faulty("{\"expiresAt\":\"0000-12-25\"}", "date /expiresAt"),
                faulty("{\"expiresAt\":\"\u0662\u0660\u0662\u0663-12-25\"}", "date /expiresAt"),
                faulty("{\"size\":9223372036854775808}", "range /size"),
                faulty("{\"size\":-1e19}", "range /size"),
                faulty("{\"size\":1e999999999}", "range /size"),
                faulty("{\"size\":1e99999999999999999999}", "range /size"),
                // fields and metadata, wherever it is and however often
                faulty(
                        "{\"fields\":{\"a\":1,\"a\":2,\"b\":3,\"b\":4}}",
                        "duplicate_key /fields/a",
                        "duplicate_key /fields/b"),
                faulty("{\"metadata\":{\"a/b\":[0,{\"~\":{},\"~\":{}}]}}", "duplicate_key /metadata/a~1b/1/~0"),
                faulty(
                        "{\"fields\":{\"a\":1,\"a\":{\"b\":1,\"b\":[[],{\"c\":1,\"c\":1}]}}}",
                        "duplicate_key /fields/a",
                        "duplicate_key /fields/a/b",
                        "duplicate_key /fields/a/b/1/c"),
                // several at once, in the order of the text
                faulty(
                        "{\"size\":\"1\",\"clientId\":\"x\",\"fields\":{\"a\":1,\"a\":1},\"z\":1,\"expiresAt\":1,\"metadata\":7}",
                        "type /size",
                        "uuid /clientId",
                        "duplicate_key /fields/a",
                        "unknown_key /z",
                        "type /expiresAt",
                        "type /metadata"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesEveryFaultAtItsPlace(String item, List<String> expected) {
        var neighbour = DocumentUpsert.builder("b").size(2L).build();

        var items = CODEC.readBatch("{\"items\":[" + item + ",{\"externalId\":\"b\",\"size\":2}," + item + "]}")
                .items();

        assertEquals(expected, faults(items.get(0)));
        assertEquals(List.of(neighbour), items.subList(1, 2));
        assertEquals(expected, faults(items.get(2)));
        assertEquals(expected, faults(CODEC.readItem("x", item)), "a single item is no different");
    }

    @Test
    void isReadOnAfterAFault() {
        var json =
                "{\"fields\":{\"a\":1,\"a\":2,\"b\":3},\"type\":7,\"size\":\"x\",\"scope\":null,\"externalId\":\"the-id\",\"filename\":\"f\"}";

        var item = CODEC.readBatch(BatchRequestTest.batch(json)).items().get(0);

        assertEquals("the-id", item.externalId());
        assertEquals("f", item.filename());
        assertEquals(JsonObject.parse("{\"a\":1,\"b\":3}"), item.fields(), "the first of two values stands");
        assertNull(item.type());
        assertNull(item.size());
    }

    @Test
    void nullIsAbsent() {
        var json =
                "{\"clientId\":null,\"externalId\":null,\"scope\":null,\"type\":null,\"category\":null,\"contentType\":null,"
                        + "\"expiresAt\":null,\"metadata\":null,\"fields\":null,\"filename\":null,\"size\":null,\"storagePath\":null}";

        assertEquals(
                List.of(DocumentUpsert.builder(null).build()),
                CODEC.readBatch(BatchRequestTest.batch(json)).items());
    }

    @ParameterizedTest
    @CsvSource({"5,5", "5.0,5", "50e-1,5", "-0,0", "-1,-1", "9223372036854775807,9223372036854775807", "1e3,1000"})
    void readsWholeNumbersByTheirValue(String written, long size) {
        assertEquals(size, CODEC.readItem("a", "{\"size\":" + written + "}").size());
    }

    @Test
    void readsUuidsInEitherCaseAndDatesOfAllYears() {
        var item = CODEC.readItem(
                "a", "{\"clientId\":\"018BCFE5-6800-7C3E-8B1A-5F0E9D2C4B6A\",\"expiresAt\":\"0001-02-28\"}");

        assertEquals(Samples.CLIENT, item.clientId());
        assertEquals(LocalDate.of(1, 2, 28), item.expiresAt());
        assertEquals(
                LocalDate.of(9999, 12, 31),
                CODEC.readItem("a", "{\"expiresAt\":\"9999-12-31\"}").expiresAt());
    }

    @Test
    void keepsHostileTextForTheRepositoryToJudge() {
        var item = CODEC.readItem("\0", "{\"filename\":\"\\ud800\",\"fields\":{\"\\udc00\":\"\\u0000\"},\"size\":-1}");

        assertEquals("\uD800", item.filename());
        assertEquals("{\"\uDC00\":\"\\u0000\"}", item.fields().json());
        assertEquals(-1, item.size());
        assertEquals(List.of(), item.violations());
    }

    @Test
    void carriesAnExpectedVersionWithTheExtensionsOn() {
        var json = "{\"expectedVersion\":3}";

        assertEquals(3, WireCodec.withExtensions().readItem("a", json).expectedVersion());
        assertEquals(
                List.of("type /expectedVersion"),
                faults(WireCodec.withExtensions().readItem("a", "{\"expectedVersion\":\"3\"}")));
    }

    @Test
    void carriesASourceVersionWithTheExtensionsOn() {
        var json = "{\"sourceVersion\":42}";

        assertEquals(42, WireCodec.withExtensions().readItem("a", json).sourceVersion());
        assertEquals(
                List.of("type /sourceVersion"),
                faults(WireCodec.withExtensions().readItem("a", "{\"sourceVersion\":4.5}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"externalId\":null}",
                "{\"externalId\":\"caf\u00e9 1\"}",
                "{\"externalId\":\"caf\\u00e9 1\"}"
            })
    void aSingleItemHasTheExternalIdOfItsAddress(String json) throws IOException {
        var expected = DocumentUpsert.builder("caf\u00e9 1").build();

        assertEquals(expected, CODEC.readItem("caf\u00e9 1", json));
        assertEquals(expected, CODEC.readItem("caf\u00e9 1", new StringReader(json)));
        assertEquals(
                expected,
                CODEC.readItem("caf\u00e9 1", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @CsvSource({
        "{\"externalId\":\"b\"}, not_allowed /externalId",
        "{\"externalId\":\"A\"}, not_allowed /externalId",
        "{\"externalId\":1}, type /externalId"
    })
    void aSingleItemMustNotSayAnotherExternalId(String json, String fault) {
        var item = CODEC.readItem("a", json);

        assertEquals("a", item.externalId());
        assertEquals(List.of(fault), faults(item));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{}{}", "{} x", "[1", "nul", "\uFEFF{}"})
    void aSingleItemThatIsNotJsonIsAWrongCall(String json) {
        assertEquals(
                Code.SYNTAX,
                assertThrows(InvalidJsonException.class, () -> CODEC.readItem("a", json))
                        .code());
    }

    @Test
    void passesOverNestingOfAnyDepth() {
        for (var pattern : List.of(
                "{\"fields\":%s}", "{\"metadata\":{\"a\":[1,%s]}}", "{\"unknown\":%s}", "{\"size\":%s}", "%s")) {
            for (int levels : new int[] {600, 100_000}) {
                var deep = pattern.formatted("[".repeat(levels) + "]".repeat(levels));
                var deepObjects = pattern.formatted("{\"a\":".repeat(levels) + "0" + "}".repeat(levels));

                var items = CODEC.readBatch(
                                BatchRequestTest.batch(deep + "," + deepObjects + ",{\"externalId\":\"z\"}"))
                        .items();

                assertEquals(1, items.get(0).violations().size());
                assertFalse(items.get(1).violations().isEmpty());
                assertEquals("z", items.get(2).externalId());
            }
        }
    }

    @Test
    void namesThePlaceThatIsTooDeep() {
        var item =
                CODEC.readItem("a", "{\"fields\":" + "{\"a\":".repeat(512) + "{}" + "}".repeat(512) + ",\"size\":1}");

        assertEquals("json_depth", item.violations().get(0).code());
        assertEquals(
                ("/fields" + "/a".repeat(512)).substring(0, 512) + "\u2026",
                item.violations().get(0).path());
        assertEquals(1, item.size());
        assertEquals(
                List.of(),
                CODEC.readItem("a", "{\"fields\":" + "{\"a\":".repeat(511) + "{}" + "}".repeat(511) + "}")
                        .violations());
    }

    @Test
    void costsTimeAndMemoryInProportionToTheText() {
        var longText = "x".repeat(10_000_000);
        var keys = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            keys.append("\"k").append(i).append("\":0,");
        }

        assertEquals(
                longText,
                CODEC.readItem("a", "{\"filename\":\"" + longText + "\"}").filename());
        assertEquals(
                List.of("unknown_key /" + "x".repeat(511) + "\u2026"),
                faults(CODEC.readItem("a", "{\"" + longText + "\":1}")));
        assertEquals(
                100,
                CODEC.readItem("a", "{" + keys + "\"size\":1}").violations().size(),
                "no more than that are of use");
        assertEquals(
                1_000_000,
                CODEC.readItem("a", "{\"fields\":{" + keys.substring(0, keys.length() - 1) + "}}")
                        .fields()
                        .asMap()
                        .size());
        assertEquals(List.of("range /size"), faults(CODEC.readItem("a", "{\"size\":" + "7".repeat(3_000_000) + "}")));
        assertEquals(
                100,
                CODEC.readItem("a", "{\"fields\":{" + "\"a\":0,".repeat(1_000_000) + "\"a\":0}}")
                        .violations()
                        .size());
    }

    @Test
    void anItemThatSaysItsExternalIdItself() {
        var item = CODEC.readItem("  {\"size\":3,\"externalId\":\"a\"}\r");
        assertEquals("a", item.externalId());
        assertEquals(3, item.size());
        assertEquals(List.of(), item.violations());
        assertNull(CODEC.readItem("{\"size\":3}").externalId());
        assertEquals(List.of("type "), faults(CODEC.readItem("[]")));
        assertThrows(InvalidJsonException.class, () -> CODEC.readItem("{\"externalId\":\"a\"} {}"));
        assertThrows(InvalidJsonException.class, () -> CODEC.readItem(""));
    }

    @Test
    void saysNothingOfTheContent() {
        var json =
                "{\"clientId\":\"secret\",\"scope\":\"secret\",\"category\":\"secret\",\"expiresAt\":\"secret\",\"size\":\"secret\","
                        + "\"type\":[\"secret\"],\"externalId\":\"secret\",\"fields\":{\"a\":\"secret\",\"a\":\"secret\"},\"z\":\"secret\"}";

        var item = CODEC.readItem("secret-too", json);

        assertEquals(9, item.violations().size());
        assertFalse(item.violations().toString().contains("secret"));
        assertFalse(item.toString().contains("secret"));
    }

    private static Arguments faulty(String item, String... faults) {
        return Arguments.of(item, List.of(faults));
    }

    private static List<String> faults(DocumentUpsert item) {
        return Collections.unmodifiableList(
                item.violations().stream().map(ItemRequestTest::describe).toList());
    }

    private static String describe(Violation violation) {
        return violation.code() + " " + violation.path();
    }
}
