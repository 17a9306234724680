package io.archivero.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of the database means, told by SQLSTATE, vendor code and the classes of its causes, never by message. One table
 * for all databases: the standard's classes mean the same in each, and the codes of H2 (from its {@code org.h2.api.ErrorCode}) are above all others'.
 */
public enum SqlFailure {
    /** A rival was faster, or a lock took too long: the same work may well succeed when it is done again. */
    TRANSIENT,
    /** The database cannot be reached, or cannot serve us now. */
    UNAVAILABLE,
    /** The database would not have the row: a constraint, a trigger, a value that its column cannot hold. */
    REFUSED,
    /** Anything else. */
    OTHER;

    /** Transaction rollback. */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("40");
    /** Of that class, but no rollback: whether the statement, say a commit, was completed is unknown. */
    private static final String COMPLETION_UNKNOWN = "40003";
    /** PostgreSQL's lock_not_available; the time-out states of ODBC, as H2 uses them for locks. */
    private static final Set<String> TRANSIENT_STATES = Set.of("55P03", "HYT00", "HYT01");
    /** H2: lock time-out, row changed by a rival. */
    private static final Set<Integer> TRANSIENT_CODES = Set.of(50200, 90131);

    /** Connection, insufficient resources, operator intervention. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57");
    /** The connection does not exist: a driver says so before it sends anything. */
    private static final String NO_CONNECTION = "08003";
    /** H2: the same. */
    private static final int CONNECTION_CLOSED = 90007;
    /** H2: broken connection, database in use by another process, closed, closing; and the above. */
    private static final Set<Integer> UNAVAILABLE_CODES = Set.of(90067, 90020, 90098, 90121, CONNECTION_CLOSED);

    /** PostgreSQL: disk full, input or output failed. */
    private static final Set<String> DISK_STATES = Set.of("53100", "58030");
    /** H2: the file could not be read or written. */
    private static final Set<Integer> DISK_CODES = Set.of(90028, 90031);
    /** H2: anything, among which what its store has to say about the file. */
    private static final int GENERAL_ERROR = 50000;

    /**
     * Triggered action, data, integrity constraint, triggered data change, external routine, with check option, raised by a
     * routine (standard and PostgreSQL), beyond a limit of the database such as the size of an index entry.
     */
    private static final Set<String> REFUSED_CLASSES = Set.of("09", "22", "23", "27", "38", "44", "45", "54", "P0");
    /** H2: a trigger threw. */
    private static final Set<Integer> REFUSED_CODES = Set.of(90044);

    /** Neither transient nor about the row, but said of a statement that was not executed: not supported, state, access, object. */
    private static final Set<String> UNEXECUTED_CLASSES = Set.of("0A", "25", "42", "55");

    /** Tells what a failure means. */
    public static SqlFailure of(SQLException failure) {
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        int code = failure.getErrorCode();
        var sqlClass = sqlClass(failure);
        if (state.equals(COMPLETION_UNKNOWN)) {
            return UNAVAILABLE;
        }
        if (TRANSIENT_CLASSES.contains(sqlClass)
                || TRANSIENT_STATES.contains(state)
                || TRANSIENT_CODES.contains(code)) {
            return TRANSIENT;
        }
        if (UNAVAILABLE_CLASSES.contains(sqlClass)
                || UNAVAILABLE_CODES.contains(code)
                || ofFile(failure)
                || causedBy(failure, InterruptedException.class)
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLTimeoutException) {
            return UNAVAILABLE;
        }
        return REFUSED_CLASSES.contains(sqlClass) || REFUSED_CODES.contains(code) ? REFUSED : OTHER;
    }

    /** Tells whether the database could not write to its disk, or read from it. */
    static boolean ofDisk(SQLException failure) {
        return failure.getSQLState() != null && DISK_STATES.contains(failure.getSQLState()) || ofFile(failure);
    }

    private static boolean ofFile(SQLException failure) {
        int code = failure.getErrorCode();
        return DISK_CODES.contains(code) || code == GENERAL_ERROR && causedBy(failure, IOException.class);
    }

    /** Tells whether there is a cause of that class, such as the interrupt that a pool found while it had somebody wait. */
    static boolean causedBy(SQLException failure, Class<? extends Exception> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String sqlClass(SQLException failure) {
        var state = failure.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    /** Tells whether a commit that failed so did not happen: it was rolled back, or there was no connection any more to begin with. */
    static boolean rulesOutCommit(SQLException failure) {
        return switch (of(failure)) {
            case TRANSIENT, REFUSED -> true;
            case UNAVAILABLE ->
                NO_CONNECTION.equals(failure.getSQLState()) || failure.getErrorCode() == CONNECTION_CLOSED;
            case OTHER -> UNEXECUTED_CLASSES.contains(sqlClass(failure));
        };
    }

    /** Returns the failure of the database behind an exception, if there is one. */
    public static @Nullable SQLException behind(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure) {
                return failure;
            }
        }
        return null;
    }
}
