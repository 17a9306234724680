package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Document;
import io.archivero.DocumentCategory;
import io.archivero.DocumentQuery;
import io.archivero.DocumentStatus;
import io.archivero.JsonObject;
import io.archivero.PageRequest;
import io.archivero.Review;
import io.archivero.Scope;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What each condition of a query matches, for lists and for counts. */
abstract class QueryContract extends ContractTopic {
    private static final DocumentQuery ALL = DocumentQuery.all();

    QueryContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("for client, scope, type, category and status matches what has exactly these")
    void attributes() {
        atomic(
                plain("a"),
                item("b").clientId(BETO).category(DocumentCategory.TAX).build(),
                item("c").scope(Scope.US).type("passport").build(),
                item("d").storagePath("s3://d").build());
        fixture.review(TEST, "a", new Review(DocumentStatus.REJECTED, null, null, "blurred", clock.instant(), "ana"));
        assertMatches(ALL, "a", "b", "c", "d");
        assertMatches(ALL.clientId(ANA), "a", "c", "d");
        assertMatches(ALL.clientId(BETO).clientId(ANA), "a", "c", "d");
        assertMatches(ALL.scope(Scope.US), "c");
        assertMatches(ALL.type("passport"), "c");
        assertMatches(ALL.type("PASSPORT"));
        assertMatches(ALL.category(DocumentCategory.TAX), "b");
        assertMatches(ALL.category(DocumentCategory.OTHER));
        assertMatches(ALL.status(DocumentStatus.REJECTED), "a");
        assertMatches(ALL.status(DocumentStatus.PENDING_REVIEW), "d");
        assertMatches(ALL.status(DocumentStatus.PENDING_UPLOAD).clientId(ANA), "c");
        assertMatches(ALL.clientId(BETO).scope(Scope.US));
    }

    @Test
    @DisplayName("for a prefix matches what begins with exactly that, also at the ends of every alphabet")
    void prefixes() {
        var names = List.of(
                "a",
                "ab",
                "aB",
                "a%",
                "a_",
                "b",
                "\u00E9",
                "e\u0301",
                "\uD7FF",
                "\uE000",
                "\uFFFF",
                "\uFFFFx",
                "\uD83D\uDE00",
                "\uD83D\uDE00x",
                "\uD83D\uDFFF",
                "\uDBFF\uDFFF",
                "\uDBFF\uDFFF!",
                "\uDBFF\uDFFF\uFFFF");
        names.forEach(name -> stored(item(name)));
        for (var prefix : names) {
            var expected =
                    names.stream().filter(name -> name.startsWith(prefix)).toArray(String[]::new);
            assertMatches(ALL.externalIdPrefix(prefix), expected);
            assertMatches(ALL.externalIdPrefix(prefix).clientId(ANA), expected);
        }
        assertMatches(ALL.externalIdPrefix(""), names.toArray(String[]::new));
        assertMatches(ALL.externalIdPrefix("c"));
        assertMatches(ALL.externalIdPrefix("x".repeat(1_000_000)));
    }

    @Test
    @DisplayName("for a range of expiry includes its first day, excludes its last, and never what does not expire")
    void expiry() {
        var day = LocalDate.parse("2026-03-01");
        atomic(
                item("before").expiresAt(day.minusDays(1)).build(),
                item("first").expiresAt(day).build(),
                item("last").expiresAt(LocalDate.of(9999, 12, 31)).build(),
                item("never").build());
        assertMatches(ALL.expiresFrom(day), "first", "last");
        assertMatches(ALL.expiresBefore(day), "before");
        assertMatches(ALL.expiresFrom(day).expiresBefore(day.plusDays(1)), "first");
        assertMatches(ALL.expiresFrom(day).expiresBefore(day));
        assertMatches(ALL.expiresFrom(day.plusDays(1)).expiresBefore(day));
        assertMatches(ALL.expiresFrom(LocalDate.MIN), "before", "first", "last");
        assertMatches(ALL.expiresBefore(LocalDate.MAX), "before", "first", "last");
        assertMatches(ALL.expiresFrom(LocalDate.MAX));
        assertMatches(ALL.expiresBefore(LocalDate.MIN));
        assertMatches(ALL.expiresFrom(LocalDate.of(9999, 12, 31)), "last");
    }

    @Test
    @DisplayName("for ranges of creation and of change is exact to the microsecond, and takes any time there is")
    void times() {
        var created = clock.instant();
        stored(item("a"));
        clock.advance(Duration.ofNanos(1_000));
        stored(item("b"));
        clock.advance(Duration.ofDays(400));
        var changed = clock.instant();
        stored(item("a").size(1L));
        assertMatches(ALL.createdFrom(created), "a", "b");
        assertMatches(ALL.createdFrom(created.plusNanos(1)), "b");
        assertMatches(ALL.createdFrom(created.plusNanos(1_000)), "b");
        assertMatches(ALL.createdFrom(created.plusNanos(1_001)));
        assertMatches(ALL.createdBefore(created));
        assertMatches(ALL.createdBefore(created.plusNanos(1)), "a");
        assertMatches(ALL.createdFrom(created).createdBefore(created.plusNanos(1_000)), "a");
        assertMatches(ALL.updatedFrom(changed), "a");
        assertMatches(ALL.updatedBefore(changed), "b");
        assertMatches(ALL.updatedFrom(changed).createdBefore(changed), "a");
        for (var time : List.of(Instant.MIN, Instant.parse("0000-01-01T00:00:00Z"), Instant.EPOCH)) {
            assertMatches(ALL.createdFrom(time).updatedFrom(time), "a", "b");
            assertMatches(ALL.createdBefore(time));
            assertMatches(ALL.updatedBefore(time));
        }
        for (var time : List.of(Instant.MAX, Instant.parse("+10000-01-01T00:00:00Z"))) {
            assertMatches(ALL.createdBefore(time).updatedBefore(time), "a", "b");
            assertMatches(ALL.createdFrom(time));
            assertMatches(ALL.updatedFrom(time));
        }
    }

    @Test
    @DisplayName("for metadata matches a top-level key that has exactly that value, and nothing that only looks alike")
    void metadata() {
        metadata("text", "{\"k\":\"v\"}");
        metadata("more", "{\"k\":\"v\",\"l\":1}");
        metadata("longer", "{\"k\":\"vv\"}");
        metadata("deeper", "{\"o\":{\"k\":\"v\"}}");
        metadata("in a list", "{\"k\":[\"v\"]}");
        metadata("in a text", "{\"o\":\"\\\"k\\\":\\\"v\\\"\"}");
        metadata("other key", "{\"K\":\"v\",\"kk\":\"v\",\"a\\\"k\":\"v\"}");
        metadata("null", "{\"k\":null}");
        metadata("true", "{\"k\":true}");
        metadata("word", "{\"k\":\"true\"}");
        metadata("one", "{\"k\":1}");
        metadata("one word", "{\"k\":\"1\"}");
        metadata("twelve", "{\"k\":12}");
        metadata("none", "{}");
        assertMatches(ALL.metadata("k", "v"), "text", "more");
        assertMatches(ALL.metadata("k", "v").metadata("l", 1), "more");
        assertMatches(ALL.metadata("k", "x").metadata("k", "v"), "text", "more");
        assertMatches(ALL.metadata("k", null), "null");
        assertMatches(ALL.metadata("k", true), "true");
        assertMatches(ALL.metadata("k", false));
        assertMatches(ALL.metadata("k", "true"), "word");
        assertMatches(ALL.metadata("k", 1), "one");
        assertMatches(ALL.metadata("k", 12), "twelve");
        assertMatches(ALL.metadata("a\"k", "v"), "other key");
        assertMatches(ALL.metadata("missing", null));
    }

    @Test
    @DisplayName("for metadata finds and counts many among many that only look alike")
    void metadataOfMany() {
        var wanted = JsonObject.parse("{\"k\":\"v\"}");
        var alike = JsonObject.parse("{\"o\":{\"k\":\"v\"}}");
        for (int batch = 0; batch < 4; batch++) {
            int first = batch * 100;
            repository.batchUpsertByExternalId(
                    TEST,
                    IntStream.range(first, first + 100)
                            .mapToObj(i -> item("item " + i)
                                    .metadata(i % 4 == 3 ? alike : wanted)
                                    .build())
                            .toList());
        }
        var query = ALL.metadata("k", "v");
        assertEquals(300, repository.count(TEST, query));
        var seen = new HashSet<String>();
        var page = repository.list(TEST, query, PageRequest.first(7));
        page.documents().forEach(document -> assertTrue(seen.add(document.externalId())));
        for (var cursor = page.nextCursor(); cursor != null; cursor = page.nextCursor()) {
            assertEquals(7, page.documents().size());
            page = repository.list(TEST, query, PageRequest.after(cursor, 7));
            page.documents().forEach(document -> assertTrue(seen.add(document.externalId())));
        }
        assertEquals(300, seen.size());
        assertTrue(seen.stream().noneMatch(externalId -> Integer.parseInt(externalId.substring(5)) % 4 == 3));
    }

    @Test
    @DisplayName("for a number in metadata compares by value, whatever type it has and however it was written")
    void metadataNumbers() {
        metadata("one", "{\"n\":1.0}");
        metadata("large", "{\"n\":1e400}");
        metadata("precise", "{\"n\":0.1234567890123456789012345678901234567890}");
        for (Number one : List.of(1, 1L, (short) 1, 1.0, 1f, BigInteger.ONE, new BigDecimal("1.000"))) {
            assertMatches(ALL.metadata("n", one), "one");
        }
        assertMatches(ALL.metadata("n", new BigDecimal("10e399")), "large");
        assertMatches(ALL.metadata("n", new BigDecimal("0.1234567890123456789012345678901234567890")), "precise");
        assertMatches(ALL.metadata("n", 0.12345678901234568));
        assertMatches(ALL.metadata("n", new BigDecimal("1e999999999")));
        assertMatches(ALL.metadata("n", new BigDecimal("-1e-999999999")));
    }

    @Test
    @DisplayName("for metadata takes keys and values of any characters, and holds none of them for a part of its own")
    void metadataTexts() {
        for (var text :
                List.of("", "'", "\"", "\\", "a.b", "a[0]", "$", "{}", "%", "_", "ñ😀", "\n\t\u0001", ":x", "--")) {
            var json = JsonObject.of(Map.of(text, text, "k", text));
            stored(item("with text").metadata(json));
            assertMatches(ALL.metadata(text, text), "with text");
            assertMatches(ALL.metadata("k", text), "with text");
            assertMatches(ALL.metadata(text, text + "x"));
            assertMatches(ALL.metadata(text + "x", text));
        }
    }

    @Test
    @DisplayName("for metadata that is no single value is a wrong call")
    void metadataMisuse() {
        for (var value : List.of(List.of(), Map.of(), JsonObject.EMPTY, new Object(), Double.NaN, 'c')) {
            assertThrows(IllegalArgumentException.class, () -> ALL.metadata("k", value));
        }
    }

    @Test
    @DisplayName("for what no document can have matches nothing")
    void impossible() {
        stored(item("a").metadata(JsonObject.parse("{\"k\":1}")));
        for (var text : Arrays.asList("\0", "a\0", "\uD83D", "\uDE00", "x".repeat(100_000))) {
            assertMatches(ALL.externalIdPrefix(text));
            assertMatches(ALL.type(text));
            assertMatches(ALL.metadata(text, 1));
            assertMatches(ALL.metadata("k", text));
        }
    }

    private void metadata(String externalId, String json) {
        stored(item(externalId).metadata(JsonObject.parse(json)));
    }

    private void assertMatches(DocumentQuery query, String... externalIds) {
        for (var each : List.of(query, query.oldestFirst())) {
            var page = repository.list(TEST, each, PageRequest.first(200).withTotalCount());
            var found = page.documents().stream().map(Document::externalId).collect(Collectors.toList());
            assertEquals(Set.copyOf(Arrays.asList(externalIds)), Set.copyOf(found));
            assertEquals(externalIds.length, found.size());
            assertEquals(externalIds.length, page.totalCount());
            assertEquals(
                    List.of(),
                    repository.list(LIVE, each, PageRequest.first(200)).documents());
        }
    }
}
