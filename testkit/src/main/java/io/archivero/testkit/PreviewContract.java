package io.archivero.testkit;

import static io.archivero.ItemOutcome.CONFLICT;
import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.DUPLICATE;
import static io.archivero.ItemOutcome.INVALID;
import static io.archivero.ItemOutcome.UNCHANGED;
import static io.archivero.ItemOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The dry run. */
abstract class PreviewContract extends ContractTopic {
    PreviewContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("answers what a partial batch would answer")
    void answersLikePartial() {
        atomic(plain("known"), plain("same"), plain("guarded"));
        var items = List.of(
                plain("new"),
                item("known").clientId(BETO).build(),
                plain("same"),
                invalid("bad"),
                plain("twice"),
                plain("twice"),
                item("guarded").clientId(BETO).expectedVersion(5L).build(),
                item("gone").expectedVersion(1L).build());
        var preview = repository.previewBatchUpsert(TEST, items);
        assertOutcomes(preview, CREATED, UPDATED, UNCHANGED, INVALID, DUPLICATE, DUPLICATE, CONFLICT, CONFLICT);
        var partial = repository.batchUpsertByExternalId(TEST, items, false);
        assertEquals(outcomes(partial), outcomes(preview));
        for (int i = 0; i < items.size(); i++) {
            assertEquals(
                    partial.items().get(i).violations(), preview.items().get(i).violations());
            assertEquals(i, preview.items().get(i).index());
        }
        assertFalse(preview.atomic());
    }

    @Test
    @DisplayName("writes nothing")
    void writesNothing() {
        atomic(plain("a"));
        var before = find("a");
        preview(item("a").clientId(BETO).build(), plain("b"));
        preview(item("a").clientId(BETO).build(), plain("b"));
        assertEquals(before, find("a"));
        assertEquals(1, countAll());
    }

    @Test
    @DisplayName("shows what is stored now, if anything")
    void showsStored() {
        atomic(plain("a"));
        var result = repository.previewBatchUpsert(
                TEST,
                List.of(
                        item("a").clientId(BETO).build(),
                        plain("b"),
                        item("c").expectedVersion(1L).build()));
        assertEquals(Optional.of(find("a")), result.items().get(0).document());
        assertEquals(Optional.empty(), result.items().get(1).document());
        assertEquals(Optional.empty(), result.items().get(2).document());
    }

    @Test
    @DisplayName("settles what became of a batch: what was written comes back UNCHANGED")
    void settles() {
        atomic(item("a").expectedVersion(0L).build());
        assertEquals(
                List.of(UNCHANGED, CREATED),
                preview(item("a").expectedVersion(0L).build(), plain("b")));
    }

    private List<ItemOutcome> preview(DocumentUpsert... items) {
        return outcomes(repository.previewBatchUpsert(TEST, List.of(items)));
    }
}
