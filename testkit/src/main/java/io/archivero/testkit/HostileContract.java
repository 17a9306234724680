package io.archivero.testkit;

import static io.archivero.ViolationCodes.CHARACTER;
import static io.archivero.ViolationCodes.NOT_ALLOWED;
import static io.archivero.ViolationCodes.NULL_CHARACTER;
import static io.archivero.ViolationCodes.RANGE;
import static io.archivero.ViolationCodes.REQUIRED;
import static io.archivero.ViolationCodes.UNPAIRED_SURROGATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import io.archivero.Violation;
import io.archivero.ViolationCodes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a database could choke on is refused before it gets there, by code and place, without a word of the value. */
abstract class HostileContract extends ContractTopic {
    private static final List<String> HALVES = List.of("\uD83D", "x\uDE00", "\uDE00\uD83D", "\uD83Dx", "😀\uD83D");

    HostileContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("what is required and missing is invalid, all of it at once")
    void required() {
        var result = partial(DocumentUpsert.builder(null).build()).items().get(0);
        assertEquals(
                List.of(REQUIRED + " /externalId", REQUIRED + " /clientId", REQUIRED + " /scope", REQUIRED + " /type"),
                reasons(result));
    }

    @Test
    @DisplayName("U+0000 is invalid in every text")
    void nullCharacter() {
        assertTextInvalid("a\0b", NULL_CHARACTER);
        assertTextInvalid("\0", NULL_CHARACTER);
    }

    @Test
    @DisplayName("half of a surrogate pair is invalid in every text")
    void unpairedSurrogate() {
        for (var half : HALVES) {
            assertTextInvalid(half, UNPAIRED_SURROGATE);
        }
    }

    @Test
    @DisplayName("U+0000 and half a pair are invalid in JSON strings and keys, however deep")
    void hostileJson() {
        for (var half : HALVES) {
            assertJsonInvalid(half, UNPAIRED_SURROGATE);
        }
        assertJsonInvalid("\0", NULL_CHARACTER);
        assertJsonInvalid("nul\0", NULL_CHARACTER);
    }

    @Test
    @DisplayName("U+0000 and half a pair are invalid in JSON when they are escaped, too")
    void escapedHostileJson() {
        assertInvalid(fields("{\"k\":\"\\u0000\"}"), NULL_CHARACTER, "/fields/k");
        assertInvalid(fields("{\"k\":\"\\ud83d\"}"), UNPAIRED_SURROGATE, "/fields/k");
        assertInvalid(fields("{\"k\":[0,{\"l\":\"\\ude00\"}]}"), UNPAIRED_SURROGATE, "/fields/k/1/l");
    }

    @Test
    @DisplayName("a type has nothing but a-z, 0-9, _ and -")
    void type() {
        for (var type : List.of("INE", "ine ", "ıne", "iné", "a.b", "a/b", "😀", "a\nb", "١")) {
            assertInvalid(item("a").type(type).build(), CHARACTER, "/type");
        }
    }

    @Test
    @DisplayName("a filename has no path separator and no control character")
    void filename() {
        for (var filename : List.of("../a", "a/b", "a\\b", "/", "a\nb", "\u001b[31m", "a\u007f", "\u0085")) {
            assertInvalid(item("a").filename(filename).build(), CHARACTER, "/filename");
        }
    }

    @Test
    @DisplayName("a content type is one of four")
    void contentType() {
        for (var contentType : List.of("IMAGE/PNG", "image/gif", "image/png ", "text/html", "", "ımage/png")) {
            assertInvalid(item("a").contentType(contentType).build(), NOT_ALLOWED, "/contentType");
        }
        assertInvalid(item("a").contentType("image/png\0").build(), NOT_ALLOWED, "/contentType");
    }

    @Test
    @DisplayName("a size is not negative")
    void size() {
        assertInvalid(item("a").size(-1L).build(), RANGE, "/size");
        assertInvalid(item("a").size(Long.MIN_VALUE).build(), RANGE, "/size");
    }

    @Test
    @DisplayName("every fault of an item is reported, not just the first")
    void allFaults() {
        var item = item("a")
                .filename("a/b")
                .size(-1L)
                .fields(JsonObject.of(Map.of("k", "\0")))
                .build();
        assertEquals(
                List.of(CHARACTER + " /filename", RANGE + " /size", NULL_CHARACTER + " /fields/k"),
                reasons(partial(item).items().get(0)));
    }

    @Test
    @DisplayName("a fault that was found before the item came here refuses it like any other")
    void foundBefore() {
        var violation = new Violation(ViolationCodes.UNKNOWN_KEY, "/nombre", "is not known");
        assertInvalid(item("a").violation(violation).build(), ViolationCodes.UNKNOWN_KEY, "/nombre");
    }

    @Test
    @DisplayName("texts that are strange and harmless are stored as they are")
    void harmless() {
        for (var text : List.of(
                "'; drop table archivero_documents; --",
                "%",
                "_",
                "\\",
                "\"",
                "?",
                ":a",
                "${a}",
                " ",
                "\t\n\r",
                "مرحبا \u202Eabc",
                "ıİiI",
                "😀👩\u200D👩",
                "\uFEFF",
                "\uFFFF",
                "\u0001\u001F",
                "null")) {
            var item = item(text).storagePath(text).build();
            assertEquals(item, stored(item.toBuilder()).content());
            assertEquals(item, find(text).content());
        }
    }

    @Test
    @DisplayName("no message and no toString repeats a value")
    void nothingLeaks() {
        var secret = "GEHEIMNIS";
        var json = JsonObject.of(Map.of("k", secret + "\0"));
        var item = DocumentUpsert.builder(secret + "\0")
                .clientId(ANA)
                .type(secret)
                .filename(secret + "/")
                .contentType(secret)
                .storagePath(secret + "\0")
                .fields(json)
                .metadata(json)
                .build();
        var good = item(secret)
                .filename(secret)
                .storagePath(secret)
                .fields(JsonObject.of(Map.of("k", secret)))
                .build();
        var texts = List.of(
                item.toString(),
                partial(item).toString(),
                partial(item).items().toString(),
                refused(item, good).toString(),
                partial(good).toString(),
                find(secret).toString(),
                json.toString(),
                refused(item(secret).clientId(BETO).expectedVersion(9L).build()).toString());
        for (var text : texts) {
            assertFalse(text.contains(secret), text);
        }
    }

    private void assertTextInvalid(String text, String code) {
        assertInvalid(plain(text), code, "/externalId");
        assertInvalid(item("a").filename(text).build(), code, "/filename");
        assertInvalid(item("a").storagePath(text).build(), code, "/storagePath");
    }

    private void assertJsonInvalid(String text, String code) {
        assertJsonInvalid(Map.of("k", text), code, "/k");
        assertJsonInvalid(Map.of("k", List.of("good", Map.of("~/", text))), code, "/k/1/~0~1");
        assertJsonInvalid(Map.of(text, 1), code, "/" + printable(text));
    }

    private void assertJsonInvalid(Map<String, ?> json, String code, String path) {
        assertInvalid(item("a").fields(JsonObject.of(json)).build(), code, "/fields" + path);
        assertInvalid(item("a").metadata(JsonObject.of(json)).build(), code, "/metadata" + path);
    }

    /** A pointer has to be printable: what makes a key hostile stands there as U+FFFD. */
    private static String printable(String key) {
        var printable = new StringBuilder();
        key.codePoints()
                .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static DocumentUpsert fields(String json) {
        return item("a").fields(JsonObject.parse(json)).build();
    }
}
