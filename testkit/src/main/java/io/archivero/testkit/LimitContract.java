package io.archivero.testkit;

import static io.archivero.ViolationCodes.JSON_DEPTH;
import static io.archivero.ViolationCodes.JSON_SIZE;
import static io.archivero.ViolationCodes.LENGTH;
import static io.archivero.ViolationCodes.NUMBER_DIGITS;
import static io.archivero.ViolationCodes.NUMBER_EXPONENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.JsonObject;
import io.archivero.Limits;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each limit is good, one beyond it is not. Texts are measured in code points, JSON in bytes of its canonical form. */
abstract class LimitContract extends ContractTopic {
    private static final String FOUR_BYTES = "😀";

    LimitContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("an external id has 1 to 255 code points")
    void externalId() {
        assertStored(plain("x".repeat(255)));
        assertStored(plain(FOUR_BYTES.repeat(255)));
        assertInvalid(plain(""), LENGTH, "/externalId");
        assertInvalid(plain("x".repeat(256)), LENGTH, "/externalId");
        assertInvalid(plain(FOUR_BYTES.repeat(256)), LENGTH, "/externalId");
        assertInvalid(plain("x".repeat(1_000_000)), LENGTH, "/externalId");
    }

    @Test
    @DisplayName("a type has 1 to 64 characters")
    void type() {
        assertStored(item("a").type("x").build());
        assertStored(item("a").type("x".repeat(64)).build());
        assertInvalid(item("a").type("").build(), LENGTH, "/type");
        assertInvalid(item("a").type("x".repeat(65)).build(), LENGTH, "/type");
    }

    @Test
    @DisplayName("a filename has 1 to 255 code points")
    void filename() {
        assertStored(item("a").filename(FOUR_BYTES.repeat(255)).build());
        assertInvalid(item("a").filename("").build(), LENGTH, "/filename");
        assertInvalid(item("a").filename("x".repeat(256)).build(), LENGTH, "/filename");
        assertInvalid(item("a").filename(FOUR_BYTES.repeat(256)).build(), LENGTH, "/filename");
    }

    @Test
    @DisplayName("a storage path has 1 to 1,024 code points")
    void storagePath() {
        assertStored(item("a").storagePath(FOUR_BYTES.repeat(1_024)).build());
        assertInvalid(item("a").storagePath("").build(), LENGTH, "/storagePath");
        assertInvalid(item("a").storagePath("x".repeat(1_025)).build(), LENGTH, "/storagePath");
        assertInvalid(item("a").storagePath(FOUR_BYTES.repeat(1_025)).build(), LENGTH, "/storagePath");
    }

    @Test
    @DisplayName("JSON nests up to 64 levels, the outermost object being the first")
    void depth() {
        assertJsonStored(nested(64));
        assertInvalid(fields(nested(65)), JSON_DEPTH, "/fields" + "/k".repeat(64));
        assertInvalid(
                fields("{\"k\":" + "[".repeat(64) + "]".repeat(64) + "}"), JSON_DEPTH, "/fields/k" + "/0".repeat(63));
        assertInvalid(fields(nested(Limits.PARSER_DEPTH)), JSON_DEPTH, "/fields" + "/k".repeat(64));
    }

    @Test
    @DisplayName("JSON has up to 64 KiB")
    void size() {
        assertJsonStored("{\"k\":\"" + "x".repeat(65_536 - 8) + "\"}");
        assertJsonStored("{\"k\":\"" + FOUR_BYTES.repeat((65_536 - 8) / 4) + "\"}");
        assertInvalid(fields("{\"k\":\"" + "x".repeat(65_536 - 7) + "\"}"), JSON_SIZE, "/fields");
        assertInvalid(fields("{\"k\":\"" + FOUR_BYTES.repeat(16_383) + "\"}"), JSON_SIZE, "/fields");
        assertInvalid(fields("{\"k\":\"" + "x".repeat(5_000_000) + "\"}"), JSON_SIZE, "/fields");
    }

    @Test
    @DisplayName("JSON is measured in its canonical form, without white space")
    void canonicalSize() {
        assertJsonStored("{\"k\":" + " ".repeat(70_000) + "\"\\u0061\"}");
    }

    @Test
    @DisplayName("a number has up to 100 significant digits")
    void digits() {
        assertJsonStored("{\"k\":" + "1".repeat(100) + "}");
        assertJsonStored("{\"k\":0.000" + "1".repeat(100) + "000}");
        assertJsonStored("{\"k\":1" + "0".repeat(200) + "}");
        assertInvalid(fields("{\"k\":" + "1".repeat(101) + "}"), NUMBER_DIGITS, "/fields/k");
        assertInvalid(fields("{\"k\":[-1." + "0".repeat(99) + "1]}"), NUMBER_DIGITS, "/fields/k/0");
    }

    @Test
    @DisplayName("a number has an exponent within 1,000, and a monstrous one costs nothing")
    void exponent() {
        assertJsonStored("{\"k\":9.9e1000}");
        assertJsonStored("{\"k\":1e-1000}");
        assertJsonStored("{\"k\":0e99999}");
        for (var number :
                List.of("1e1001", "10e1000", "-1e-1001", "0.1e-1000", "1e999999999", "1e-99999999999999999999")) {
            assertInvalid(fields("{\"k\":" + number + "}"), NUMBER_EXPONENT, "/fields/k");
        }
    }

    @Test
    @DisplayName("a host can lower and raise the limits on JSON")
    void hostLimits() {
        var strict = open(options -> options.limits(new Limits(1, 20, 3, 4)));
        assertReasons(strict, "{\"k\":[]}", JSON_DEPTH + " /fields/k");
        assertReasons(strict, "{\"k\":\"0123456789012\"}", JSON_SIZE + " /fields");
        assertReasons(strict, "{\"k\":1234}", NUMBER_DIGITS + " /fields/k");
        assertReasons(strict, "{\"k\":1e5}", NUMBER_EXPONENT + " /fields/k");
        assertReasons(strict, "{\"k\":1e4}");
        var generous = open(options -> options.limits(new Limits(512, 1 << 20, 1_000, 100_000)));
        assertReasons(generous, nested(512));
        assertReasons(generous, "{\"k\":\"" + "x".repeat(1_000_000) + "\"}");
        assertReasons(generous, "{\"k\":" + "1".repeat(1_000) + "}");
        assertReasons(generous, "{\"k\":1e100000}");
    }

    private void assertReasons(DocumentRepository repository, String json, String... reasons) {
        var items = List.of(fields(json));
        var result =
                repository.batchUpsertByExternalId(TEST, items, false).items().get(0);
        assertEquals(List.of(reasons), reasons(result));
        if (reasons.length == 0) {
            assertEquals(items.get(0), find("a").content());
        }
    }

    private void assertStored(DocumentUpsert item) {
        fixture.clear();
        assertOutcomes(atomic(item), ItemOutcome.CREATED);
        assertEquals(item, find(String.valueOf(item.externalId())).content());
        fixture.clear();
    }

    private void assertJsonStored(String json) {
        assertStored(fields(json));
        assertStored(item("a").metadata(JsonObject.parse(json)).build());
    }

    private static String nested(int levels) {
        return "{\"k\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    private static DocumentUpsert fields(String json) {
        return item("a").fields(JsonObject.parse(json)).build();
    }
}
