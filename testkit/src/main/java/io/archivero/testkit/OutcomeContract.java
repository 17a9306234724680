package io.archivero.testkit;

import static io.archivero.ItemOutcome.CONFLICT;
import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.DUPLICATE;
import static io.archivero.ItemOutcome.INVALID;
import static io.archivero.ItemOutcome.NOT_APPLIED;
import static io.archivero.ItemOutcome.UNCHANGED;
import static io.archivero.ItemOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchRejectedException;
import io.archivero.ItemOutcome;
import io.archivero.ViolationCodes;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a batch answers, item by item, in both modes. */
abstract class OutcomeContract extends ContractTopic {
    OutcomeContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName(
            "answers CREATED for a new external id, UPDATED for a known one that differs, UNCHANGED for one that does not")
    void successes() {
        atomic(plain("known"), plain("same"));
        assertOutcomes(
                atomic(plain("new"), item("known").clientId(BETO).build(), plain("same")), CREATED, UPDATED, UNCHANGED);
    }

    @Test
    @DisplayName("shows the stored state with every success")
    void successesHaveDocuments() {
        atomic(plain("known"), plain("same"));
        var result = partial(plain("new"), item("known").clientId(BETO).build(), plain("same"));
        for (var item : result.items()) {
            assertEquals(
                    find(String.valueOf(item.externalId())), item.document().orElseThrow());
            assertEquals(List.of(), item.violations());
        }
    }

    @Test
    @DisplayName("answers INVALID for an item that breaks a rule, and stores the others of a partial batch")
    void invalid() {
        var result = partial(plain("a"), invalid("b"), plain("c"));
        assertOutcomes(result, CREATED, INVALID, CREATED);
        assertEquals(List.of("character /type"), reasons(result.items().get(1)));
        assertEquals(2, countAll());
    }

    @Test
    @DisplayName("answers DUPLICATE for every occurrence of an external id that occurs twice, and stores none of them")
    void duplicates() {
        var result = partial(
                plain("twice"), plain("once"), item("twice").clientId(BETO).build());
        assertOutcomes(result, DUPLICATE, CREATED, DUPLICATE);
        assertEquals(
                List.of(ViolationCodes.DUPLICATE_EXTERNAL_ID + " /externalId"),
                reasons(result.items().get(2)));
        assertEquals(1, countAll());
    }

    @Test
    @DisplayName("answers DUPLICATE even where the occurrences are equal")
    void equalDuplicates() {
        atomic(plain("twice"));
        assertOutcomes(partial(plain("twice"), plain("twice")), DUPLICATE, DUPLICATE);
    }

    @Test
    @DisplayName("counts an invalid item as an occurrence of its external id, but calls it INVALID")
    void invalidOccurrence() {
        assertOutcomes(partial(invalid("twice"), plain("twice")), INVALID, DUPLICATE);
    }

    @Test
    @DisplayName("puts INVALID before DUPLICATE before CONFLICT")
    void precedence() {
        atomic(plain("a"));
        var guarded = item("a").clientId(BETO).expectedVersion(7L);
        assertOutcomes(
                partial(guarded.build(), guarded.type("NOT A TYPE").build(), plain("a")),
                DUPLICATE,
                INVALID,
                DUPLICATE);
    }

    @Test
    @DisplayName("stores nothing of an atomic batch with a fault, and calls the others NOT_APPLIED")
    void atomicRefusal() {
        atomic(plain("known"), plain("same"));
        var before = List.of(find("known"), find("same"));
        var result = refused(plain("new"), item("known").clientId(BETO).build(), plain("same"), invalid("bad"));
        assertOutcomes(result, NOT_APPLIED, NOT_APPLIED, NOT_APPLIED, INVALID);
        assertEquals(before, List.of(find("known"), find("same")));
        assertEquals(2, countAll());
    }

    @Test
    @DisplayName("gives items that were not applied neither a document nor a reason")
    void notAppliedIsBare() {
        var item = refused(plain("a"), invalid("b")).items().get(0);
        assertTrue(item.document().isEmpty());
        assertEquals(List.of(), item.violations());
    }

    @Test
    @DisplayName("reports all invalid and all duplicate items of an atomic batch at once, and then no conflict")
    void atomicReportsAllFaults() {
        var conflict = item("c").expectedVersion(3L).build();
        assertOutcomes(
                refused(invalid("a"), plain("b"), invalid("d"), plain("b"), conflict),
                INVALID,
                DUPLICATE,
                INVALID,
                DUPLICATE,
                NOT_APPLIED);
    }

    @Test
    @DisplayName("reports all conflicts of an atomic batch at once")
    void atomicReportsAllConflicts() {
        atomic(plain("a"), plain("b"));
        var a = item("a").clientId(BETO).expectedVersion(2L).build();
        var b = item("b").clientId(BETO).expectedVersion(0L).build();
        assertOutcomes(refused(a, plain("new"), b), CONFLICT, NOT_APPLIED, CONFLICT);
        assertEquals(ANA, find("a").clientId());
        assertEquals(2, countAll());
    }

    @Test
    @DisplayName("says in the result which mode it was")
    void modeIsInTheResult() {
        assertTrue(atomic(plain("a")).atomic());
        assertTrue(refused(invalid("a")).atomic());
        assertFalse(partial(plain("a")).atomic());
    }

    @Test
    @DisplayName("counts its outcomes")
    void counts() {
        atomic(plain("same"));
        var result = partial(plain("new"), plain("same"), invalid("bad"), plain("x"), plain("x"));
        var counts = result.counts();
        assertEquals(1, counts.get(CREATED));
        assertEquals(1, counts.get(UNCHANGED));
        assertEquals(1, counts.get(INVALID));
        assertEquals(2, counts.get(DUPLICATE));
        assertEquals(0, counts.get(ItemOutcome.REFUSED));
        assertFalse(result.allStored());
        assertThrows(BatchRejectedException.class, result::orThrow);
    }

    @Test
    @DisplayName("is its own orThrow when every item was stored")
    void orThrow() {
        var result = partial(plain("a"));
        assertTrue(result.allStored());
        assertEquals(result, result.orThrow());
    }

    @Test
    @DisplayName("does not care about the order of the items")
    void orderDoesNotMatter() {
        assertOutcomes(partial(plain("z"), plain("a"), invalid("m"), plain("b")), CREATED, CREATED, INVALID, CREATED);
        assertOutcomes(
                partial(plain("b"), plain("y"), plain("z"), plain("a")), UNCHANGED, CREATED, UNCHANGED, UNCHANGED);
    }

    @Test
    @DisplayName("of one item answers with that item, and throws for a fault")
    void singleItem() {
        var result = repository.upsertByExternalId(TEST, plain("a"));
        assertEquals(0, result.index());
        assertEquals(CREATED, result.outcome());
        assertEquals(UNCHANGED, repository.upsertByExternalId(TEST, plain("a")).outcome());
        var refused =
                assertThrows(BatchRejectedException.class, () -> repository.upsertByExternalId(TEST, invalid("a")));
        assertOutcomes(refused.result(), INVALID);
        assertEquals(ANA, find("a").clientId());
    }
}
