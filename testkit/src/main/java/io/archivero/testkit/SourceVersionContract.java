package io.archivero.testkit;

import static io.archivero.ItemOutcome.CONFLICT;
import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.STALE;
import static io.archivero.ItemOutcome.UNCHANGED;
import static io.archivero.ItemOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentStatus;
import io.archivero.DocumentUpsert;
import io.archivero.ViolationCodes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The version that an item has in the system it comes from. */
abstract class SourceVersionContract extends ContractTopic {
    SourceVersionContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("is stored, from 0 to the largest there is, or absent")
    void stored() {
        for (var version : new Long[] {0L, 1L, Long.MAX_VALUE}) {
            assertEquals(
                    version, stored(item("v" + version).sourceVersion(version)).sourceVersion());
            assertEquals(version, find("v" + version).sourceVersion());
        }
        assertNull(stored(item("none")).sourceVersion());
        assertNull(find("none").sourceVersion());
    }

    @Test
    @DisplayName("that is lower than the stored one comes late: STALE, with the newer state, and nothing is written")
    void late() {
        var before = stored(of(7L, "new"));
        var result = atomic(of(6L, "old").build());
        assertOutcomes(result, STALE);
        assertTrue(result.allStored());
        assertEquals(before, result.items().get(0).document().orElseThrow());
        assertEquals(List.of(), result.items().get(0).violations());
        assertEquals(before, find("a"));
        assertOutcomes(partial(of(0L, "older").build(), plain("b")), STALE, CREATED);
        assertEquals(before, find("a"));
    }

    @Test
    @DisplayName("that is equal or higher, or missing on either side, is never late")
    void inTime() {
        stored(of(7L, "one"));
        assertOutcomes(atomic(of(7L, "two").build()), UPDATED);
        assertOutcomes(atomic(of(8L, "three").build()), UPDATED);
        assertOutcomes(atomic(of(null, "four").build()), UPDATED);
        assertNull(find("a").sourceVersion());
        assertOutcomes(atomic(of(1L, "five").build()), UPDATED);
        assertEquals(1L, find("a").sourceVersion());
    }

    @Test
    @DisplayName("is an attribute like any other: another one over the same content is a change")
    void isContent() {
        stored(of(7L, "same"));
        assertOutcomes(atomic(of(8L, "same").build()), UPDATED);
        assertOutcomes(atomic(of(8L, "same").build()), UNCHANGED);
        assertOutcomes(atomic(of(7L, "same").build()), STALE);
        assertOutcomes(atomic(of(null, "same").build()), UPDATED);
        assertEquals(3, find("a").version());
    }

    @Test
    @DisplayName("that rises leaves a review as it is")
    void leavesReview() {
        var id = stored(of(7L, "same").storagePath("s3://a")).id();
        var verified = repository.verify(TEST, id, "Zoë");
        atomic(of(8L, "same").build());
        assertEquals(verified.review(), find("a").review());
        assertEquals(DocumentStatus.VERIFIED, find("a").status());
        assertEquals("s3://a", find("a").storagePath());
    }

    @Test
    @DisplayName("is asked after the expected version, and both only where something would be written")
    void afterExpectedVersion() {
        stored(of(7L, "same"));
        assertOutcomes(partial(of(6L, "other").expectedVersion(9L).build()), CONFLICT);
        assertOutcomes(atomic(of(6L, "other").expectedVersion(1L).build()), STALE);
        assertOutcomes(atomic(of(7L, "same").expectedVersion(9L).build()), UNCHANGED);
    }

    @Test
    @DisplayName("that is late does not refuse an atomic batch")
    void lateAmongOthers() {
        stored(of(7L, "new"));
        assertOutcomes(atomic(plain("b"), of(6L, "old").build()), CREATED, STALE);
        assertEquals(2, countAll());
    }

    @Test
    @DisplayName("is told by a preview")
    void preview() {
        var before = stored(of(7L, "new"));
        var result = repository.previewBatchUpsert(TEST, List.of(of(6L, "old").build()));
        assertOutcomes(result, STALE);
        assertEquals(before, result.items().get(0).document().orElseThrow());
    }

    @Test
    @DisplayName("that is negative is invalid")
    void negative() {
        assertInvalid(of(-1L, "x").build(), ViolationCodes.RANGE, "/sourceVersion");
    }

    private static DocumentUpsert.Builder of(@Nullable Long sourceVersion, String type) {
        return item("a").type(type).sourceVersion(sourceVersion);
    }
}
