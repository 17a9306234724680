package io.archivero.jdbc;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row that a {@link DocumentDao} was told to write.
 *
 * @param status what became of it
 * @param sqlState why the database would not have it, if it would not
 */
public record RowWrite(Status status, @Nullable String sqlState) {
    /** What can become of a row. */
    public enum Status {
        /** It stands in the table as planned. */
        WRITTEN,
        /** What is stored is not what the plan was made for: another writer was there first. Nothing was written. */
        OVERTAKEN,
        /** The database would not have it. Nothing was written. */
        REFUSED
    }

    /** The row stands in the table as planned. */
    public static final RowWrite WRITTEN = new RowWrite(Status.WRITTEN, null);
    /** Another writer was there first. */
    public static final RowWrite OVERTAKEN = new RowWrite(Status.OVERTAKEN, null);

    /** Returns the report of a row that the database would not have. */
    public static RowWrite refused(String sqlState) {
        return new RowWrite(Status.REFUSED, Objects.requireNonNull(sqlState, "sqlState"));
    }
}
