package io.archivero.testkit;

import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.UNCHANGED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is kept apart: environments, and external ids that merely look alike. */
abstract class IsolationContract extends ContractTopic {
    IsolationContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("the same external id is two documents in two environments")
    void twoDocuments() {
        assertOutcomes(in(TEST, plain("a")), CREATED);
        assertOutcomes(in(LIVE, item("a").clientId(BETO).build()), CREATED);
        var test = repository.findByExternalId(TEST, "a").orElseThrow();
        var live = repository.findByExternalId(LIVE, "a").orElseThrow();
        assertEquals(ANA, test.clientId());
        assertEquals(BETO, live.clientId());
        assertNotEquals(test.id(), live.id());
    }

    @Test
    @DisplayName("a change in one environment leaves the other alone")
    void changesStay() {
        in(TEST, plain("a"));
        in(LIVE, plain("a"));
        var live = repository.findByExternalId(LIVE, "a");
        in(TEST, item("a").clientId(BETO).build());
        assertEquals(live, repository.findByExternalId(LIVE, "a"));
    }

    @Test
    @DisplayName("no way of reading finds a document of the other environment")
    void readsStay() {
        in(LIVE, plain("a"));
        var id = repository.findByExternalId(LIVE, "a").orElseThrow().id();
        assertTrue(repository.findByExternalId(TEST, "a").isEmpty());
        assertTrue(repository.findById(TEST, id).isEmpty());
        assertTrue(repository.findAllByExternalId(TEST, List.of("a")).isEmpty());
        assertEquals(0, count(TEST));
        assertEquals(1, count(LIVE));
    }

    @Test
    @DisplayName("guards and previews see their own environment only")
    void guardsStay() {
        in(LIVE, plain("a"));
        assertOutcomes(repository.previewBatchUpsert(TEST, List.of(plain("a"))), CREATED);
        assertOutcomes(in(TEST, item("a").expectedVersion(0L).build()), CREATED);
        assertOutcomes(in(LIVE, plain("a")), UNCHANGED);
    }

    @Test
    @DisplayName("external ids that differ in case, white space or Unicode form are different")
    void lookalikes() {
        var ids = List.of(
                "josé",
                Normalizer.normalize("josé", Normalizer.Form.NFD),
                "JOSÉ",
                "José",
                "josé ",
                " josé",
                "josé\t",
                "josé\u00A0",
                "jose",
                "İ",
                "I",
                "ı",
                "i",
                "i̇",
                "ﬁ",
                "fi",
                "ß",
                "ss",
                "ǅ",
                "ǆ",
                "😀",
                "😁",
                "ａ",
                "a",
                "\u200Ba",
                "null",
                "NULL",
                "1",
                "01",
                "1.0");
        var items = ids.stream().map(ContractTopic::plain).toList();
        assertOutcomes(repository.batchUpsertByExternalId(TEST, items, true), created(ids.size()));
        assertEquals(
                List.copyOf(ids),
                List.copyOf(repository.findAllByExternalId(TEST, ids).keySet()));
        for (var id : ids) {
            assertEquals(id, find(id).externalId());
        }
    }

    private BatchUpsertResult in(Environment environment, DocumentUpsert item) {
        return repository.batchUpsertByExternalId(environment, List.of(item), true);
    }

    private static ItemOutcome[] created(int count) {
        return Collections.nCopies(count, CREATED).toArray(ItemOutcome[]::new);
    }
}
