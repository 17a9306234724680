package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentCategory;
import io.archivero.DocumentQuery;
import io.archivero.DocumentStatus;
import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import io.archivero.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Finding and counting. */
abstract class ReadingContract extends ContractTopic {
    ReadingContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("brings every attribute back as it was given")
    void everyAttribute() {
        var item = everything();
        stored(item.toBuilder());
        assertEquals(item, find("id ñ").content());
    }

    @Test
    @DisplayName("brings every absent attribute back as absent")
    void absentAttributes() {
        stored(item("a"));
        var document = find("a");
        assertEquals(plain("a"), document.content());
        assertNull(document.category());
        assertNull(document.contentType());
        assertNull(document.filename());
        assertNull(document.size());
        assertNull(document.storagePath());
        assertNull(document.expiresAt());
        assertEquals(JsonObject.EMPTY, document.fields());
        assertEquals(JsonObject.EMPTY, document.metadata());
        assertNull(document.verifiedAt());
        assertNull(document.verifiedBy());
        assertNull(document.rejectionReason());
        assertNull(document.reviewedAt());
        assertNull(document.reviewedBy());
    }

    @Test
    @DisplayName("after an update, an attribute that the item did not carry is absent")
    void replacedNotMerged() {
        stored(everything().toBuilder());
        stored(item("id ñ").filename("f"));
        assertEquals(item("id ñ").filename("f").build(), find("id ñ").content());
    }

    @Test
    @DisplayName("by id finds the document or nothing")
    void byId() {
        var document = stored(item("a"));
        assertEquals(document, repository.findById(TEST, document.id()).orElseThrow());
        assertTrue(repository.findById(TEST, new UUID(0, 0)).isEmpty());
    }

    @Test
    @DisplayName("by external id finds the document or nothing")
    void byExternalId() {
        var document = stored(item("a"));
        assertEquals(document, repository.findByExternalId(TEST, "a").orElseThrow());
        assertTrue(repository.findByExternalId(TEST, "b").isEmpty());
    }

    @Test
    @DisplayName("by an external id that no document can have finds nothing")
    void byImpossibleExternalId() {
        var impossible = List.of("", "a\0", "\0", "\uD83D", "\uDE00a", "x".repeat(256), "x".repeat(1_000_000));
        for (var externalId : impossible) {
            assertTrue(repository.findByExternalId(TEST, externalId).isEmpty());
        }
        assertTrue(repository.findAllByExternalId(TEST, impossible).isEmpty());
    }

    @Test
    @DisplayName(
            "by several external ids answers in the order of the question, each once, without those that are missing")
    void byExternalIds() {
        atomic(plain("a"), plain("b"), plain("c"));
        var found = repository.findAllByExternalId(TEST, List.of("c", "missing", "a", "c", "\0"));
        assertEquals(List.of("c", "a"), List.copyOf(found.keySet()));
        assertEquals(find("a"), found.get("a"));
        assertThrows(UnsupportedOperationException.class, found::clear);
        assertEquals(
                Set.of("b"), repository.findAllByExternalId(TEST, Set.of("b")).keySet());
    }

    @Test
    @DisplayName("by no external id finds nothing")
    void byNoExternalId() {
        stored(item("a"));
        assertTrue(repository.findAllByExternalId(TEST, List.of()).isEmpty());
    }

    @Test
    @DisplayName("by more external ids than a batch has items works too")
    void byManyExternalIds() {
        var ids = IntStream.range(0, 600).mapToObj(i -> "id " + i).toList();
        for (int from = 0; from < ids.size(); from += 200) {
            var items = ids.subList(from, from + 200).stream()
                    .map(ContractTopic::plain)
                    .toList();
            repository.batchUpsertByExternalId(TEST, items, true);
        }
        var asked = new ArrayList<>(ids);
        IntStream.range(0, 3_000).forEach(i -> asked.add("missing " + i));
        assertEquals(
                ids, List.copyOf(repository.findAllByExternalId(TEST, asked).keySet()));
    }

    @Test
    @DisplayName("counts what a query matches")
    void counts() {
        atomic(
                plain("a"),
                item("b").clientId(BETO).category(DocumentCategory.TAX).build(),
                item("c").scope(Scope.US).type("passport").build(),
                item("d").category(DocumentCategory.TAX).storagePath("s3://d").build());
        var all = DocumentQuery.all();
        assertCount(4, all);
        assertCount(3, all.clientId(ANA));
        assertCount(1, all.clientId(BETO));
        assertCount(1, all.scope(Scope.US));
        assertCount(1, all.type("passport"));
        assertCount(0, all.type("PASSPORT"));
        assertCount(2, all.category(DocumentCategory.TAX));
        assertCount(0, all.category(DocumentCategory.OTHER));
        assertCount(1, all.status(DocumentStatus.PENDING_REVIEW));
        assertCount(0, all.status(DocumentStatus.VERIFIED));
        assertCount(1, all.category(DocumentCategory.TAX).clientId(ANA));
        assertCount(0, all.scope(Scope.US).clientId(BETO));
    }

    @Test
    @DisplayName("counts by a prefix in which no character is special")
    void countsByPrefix() {
        atomic(plain("a%b"), plain("a_b"), plain("axb"), plain("A%b"), plain("a\\%b"), plain("'a"), plain("ñ😀x"));
        var all = DocumentQuery.all();
        assertCount(7, all.externalIdPrefix(""));
        assertCount(1, all.externalIdPrefix("a%"));
        assertCount(1, all.externalIdPrefix("a_"));
        assertCount(1, all.externalIdPrefix("a\\"));
        assertCount(4, all.externalIdPrefix("a"));
        assertCount(1, all.externalIdPrefix("'"));
        assertCount(1, all.externalIdPrefix("ñ😀"));
        assertCount(0, all.externalIdPrefix("%"));
        assertCount(0, all.externalIdPrefix("n"));
    }

    @Test
    @DisplayName("counts nothing for texts that no document can have")
    void countsImpossible() {
        stored(item("a"));
        for (var text : List.of("\0", "a\0", "\uD83D", "x".repeat(100_000))) {
            assertCount(0, DocumentQuery.all().externalIdPrefix(text));
            assertCount(0, DocumentQuery.all().type(text));
        }
    }

    private void assertCount(long expected, DocumentQuery query) {
        assertEquals(expected, repository.count(TEST, query));
        assertEquals(0, repository.count(LIVE, query));
    }

    private static DocumentUpsert everything() {
        return DocumentUpsert.builder("id ñ")
                .clientId(BETO)
                .scope(Scope.US)
                .type("a-z_09")
                .category(DocumentCategory.CONSENT)
                .contentType("image/webp")
                .filename("año.webp")
                .size(123_456_789_012L)
                .storagePath("s3://bucket/año.webp")
                .expiresAt(LocalDate.of(2032, 2, 29))
                .fields(JsonObject.parse("{\"nombre\":\"Íñigo\",\"n\":1.50}"))
                .metadata(JsonObject.parse("{\"tags\":[\"x\",null,true]}"))
                .build();
    }
}
