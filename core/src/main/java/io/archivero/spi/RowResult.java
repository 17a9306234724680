package io.archivero.spi;

import io.archivero.Document;
import io.archivero.ItemOutcome;
import io.archivero.Violation;
import io.archivero.ViolationCodes;
import org.jspecify.annotations.Nullable;

/**
 * A store's answer for one row.
 *
 * @param outcome what became of it
 * @param document the stored state: for a success, and for a CONFLICT where a document is stored, what stood in the way
 * @param violation why it was not stored, for a CONFLICT or a REFUSED row
 */
public record RowResult(
        ItemOutcome outcome,
        @Nullable Document document,
        @Nullable Violation violation) {
    /** The answer for a fault-free row of an atomic batch that failed on another. */
    public static final RowResult NOT_APPLIED = new RowResult(ItemOutcome.NOT_APPLIED, null, null);

    /** Returns the answer for a row that the database would not take, with the reason it gave. */
    public static RowResult refused(String sqlState) {
        var message = "the database refused the row with SQLSTATE " + sqlState;
        return new RowResult(ItemOutcome.REFUSED, null, new Violation(ViolationCodes.DATABASE, "", message));
    }
}
