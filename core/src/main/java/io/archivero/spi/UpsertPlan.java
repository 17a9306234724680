package io.archivero.spi;

import io.archivero.Document;
import io.archivero.ItemOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What {@link UpsertRow#against} decided.
 *
 * @param row the row
 * @param stored what was stored when it was decided; null for nothing
 * @param outcome CREATED, UPDATED, UNCHANGED, STALE or CONFLICT
 * @param document the state afterwards: what is to be written, or what stays
 */
public record UpsertPlan(
        UpsertRow row,
        @Nullable Document stored,
        ItemOutcome outcome,
        @Nullable Document document) {

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
        return outcome == ItemOutcome.CONFLICT
                ? RowResult.conflict(row, stored)
                : new RowResult(outcome, document, null);
    }
}
