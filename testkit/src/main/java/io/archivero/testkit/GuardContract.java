package io.archivero.testkit;

import static io.archivero.ItemOutcome.CONFLICT;
import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.UNCHANGED;
import static io.archivero.ItemOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentUpsert;
import io.archivero.ViolationCodes;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The expected version. */
abstract class GuardContract extends ContractTopic {
    GuardContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("0 lets a new document in")
    void zeroCreates() {
        assertOutcomes(atomic(guarded(0)), CREATED);
    }

    @Test
    @DisplayName("0 keeps a known document out, and shows what stood in the way")
    void zeroConflicts() {
        var before = stored(item("a"));
        var result = partial(guarded(0)).items().get(0);
        assertEquals(CONFLICT, result.outcome());
        assertEquals(before, result.document().orElseThrow());
        assertEquals(List.of(ViolationCodes.EXPECTED_VERSION + " /expectedVersion"), reasons(result));
        assertEquals(before, find("a"));
    }

    @Test
    @DisplayName("that is the stored version lets a change in")
    void matchUpdates() {
        atomic(plain("a"));
        assertOutcomes(atomic(guarded(1)), UPDATED);
        assertEquals(2, find("a").version());
    }

    @Test
    @DisplayName("that was overtaken, or is ahead, keeps a change out")
    void mismatchConflicts() {
        atomic(plain("a"));
        atomic(item("a").type("other").build());
        assertOutcomes(partial(guarded(1)), CONFLICT);
        assertOutcomes(partial(guarded(3)), CONFLICT);
        assertOutcomes(partial(guarded(Long.MAX_VALUE)), CONFLICT);
        assertEquals("other", find("a").type());
    }

    @Test
    @DisplayName("of a document that is not there is a conflict without a document")
    void missingConflicts() {
        var result = partial(guarded(1)).items().get(0);
        assertEquals(CONFLICT, result.outcome());
        assertTrue(result.document().isEmpty());
        assertEquals(0, countAll());
    }

    @Test
    @DisplayName("is not asked where nothing would be written, so a replay is always UNCHANGED")
    void replayIsUnchanged() {
        assertOutcomes(atomic(guarded(0)), CREATED);
        assertOutcomes(atomic(guarded(0)), UNCHANGED);
        assertOutcomes(atomic(guarded(99)), UNCHANGED);
    }

    @Test
    @DisplayName("is not stored")
    void notStored() {
        assertNull(stored(item("a").expectedVersion(0L)).content().expectedVersion());
        assertNull(find("a").content().expectedVersion());
    }

    @Test
    @DisplayName("that is negative is invalid")
    void negative() {
        assertInvalid(guarded(-1), ViolationCodes.RANGE, "/expectedVersion");
    }

    @Test
    @DisplayName("refuses only its own item of a partial batch")
    void partialBatch() {
        atomic(plain("a"));
        assertOutcomes(partial(plain("b"), guarded(9), plain("c")), CREATED, CONFLICT, CREATED);
    }

    private static DocumentUpsert guarded(long expectedVersion) {
        return item("a").clientId(BETO).expectedVersion(expectedVersion).build();
    }
}
