package io.archivero.spi;

import io.archivero.Document;
import io.archivero.ItemOutcome;
import io.archivero.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What {@link WriteRow#against} decided.
 *
 * @param row the row
 * @param outcome CREATED, UPDATED, UNCHANGED, STALE or CONFLICT
 * @param document the state afterwards: what is to be written, or what stays; null if nothing is stored and nothing will be
 * @param violation what stands in the way; only of a CONFLICT
 */
public record WritePlan(
        WriteRow row,
        ItemOutcome outcome,
        @Nullable Document document,
        @Nullable Violation violation) {

    /** Plans to insert a document. */
    public static WritePlan create(WriteRow row, Document document) {
        return new WritePlan(row, ItemOutcome.CREATED, document, null);
    }

    /** Plans to replace what is stored by its next version. */
    public static WritePlan update(WriteRow row, Document document) {
        return new WritePlan(row, ItemOutcome.UPDATED, document, null);
    }

    /** Leaves alone what is stored, which ends well: UNCHANGED or STALE. */
    public static WritePlan leave(WriteRow row, ItemOutcome outcome, Document stored) {
        return new WritePlan(row, outcome, stored, null);
    }

    /** Leaves alone what is stored, if anything, because that stands in the way. */
    public static WritePlan conflict(WriteRow row, @Nullable Document stored, Violation violation) {
        return new WritePlan(row, ItemOutcome.CONFLICT, stored, violation);
    }

    /** Tells whether something has to be written. */
    public boolean writes() {
        return outcome == ItemOutcome.CREATED || outcome == ItemOutcome.UPDATED;
    }

    /** Tells whether the document to be written is a new one. */
    public boolean creates() {
        return outcome == ItemOutcome.CREATED;
    }

    /** Returns the answer for a row whose plan was carried out, or needed nothing. */
    public RowResult result() {
        return new RowResult(outcome, document, violation);
    }
}
