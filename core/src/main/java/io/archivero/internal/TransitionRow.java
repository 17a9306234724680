package io.archivero.internal;

import io.archivero.Document;
import io.archivero.ItemOutcome;
import io.archivero.Violation;
import io.archivero.ViolationCodes;
import io.archivero.spi.ExpectedVersion;
import io.archivero.spi.WritePlan;
import io.archivero.spi.WriteRow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One {@link Transition} on its way into a store, and the one place that decides what it does to a document:
 *
 * <ol>
 *   <li>Where no document is stored, or one with another id than was asked for, it is a CONFLICT.
 *   <li>If it may be taken, but would change nothing, the document is UNCHANGED, whatever the guard says.
 *   <li>If the expected version is not the stored one, it is a CONFLICT.
 *   <li>If it does not lead from the state that the document is in, it is a CONFLICT.
 *   <li>Otherwise the document is UPDATED: its next version.
 * </ol>
 *
 * @param externalId the document's external id
 * @param id the document's id, where it was asked for by it
 * @param transition the step
 * @param expectedVersion the version that the document must be at, or null
 * @param now when, truncated to microseconds
 */
record TransitionRow(
        String externalId,
        @Nullable UUID id,
        Transition transition,
        @Nullable Long expectedVersion,
        Instant now) implements WriteRow {

    @Override
    public WritePlan against(@Nullable Document stored) {
        if (stored == null || id != null && !id.equals(stored.id())) {
            return WritePlan.conflict(this, null, violation(ViolationCodes.NOT_FOUND, "there is no such document"));
        }
        var changed = transition.effect().on(stored, now);
        boolean leads = transition.from().contains(stored.status());
        if (leads
                && changed.content().equals(stored.content())
                && changed.review().equals(stored.review())) {
            return WritePlan.leave(this, ItemOutcome.UNCHANGED, stored);
        }
        var conflict = ExpectedVersion.violation(expectedVersion, stored);
        if (conflict != null) {
            return WritePlan.conflict(this, stored, conflict);
        }
        if (!leads) {
            return WritePlan.conflict(
                    this,
                    stored,
                    violation(
                            ViolationCodes.ILLEGAL_TRANSITION,
                            "a document cannot go from " + stored.status() + " to " + transition.to()));
        }
        return WritePlan.update(
                this,
                new Document(
                        stored.id(),
                        changed.content(),
                        changed.review(),
                        stored.revision().next(now)));
    }

    private static Violation violation(String code, String message) {
        return new Violation(code, "", message);
    }
}
