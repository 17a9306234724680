package io.archivero.jdbc;

import io.archivero.ArchiveroException;
import io.archivero.DocumentStoreException;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import java.sql.SQLException;
import java.util.List;

/**
 * Turns what a driver, a pool or Jdbi throws into what the library documents. Drivers repeat values of rows in their messages
 * and Jdbi repeats arguments, and these are people's papers: so no message of theirs is passed on. The cause is a
 * {@code SQLException} with the same SQLSTATE, vendor code and stack trace, and nothing else.
 */
final class Failures {
    private Failures() {}

    /** Returns what to throw for a failure before the commit: nothing was written. */
    static RuntimeException beforeCommit(Throwable thrown) {
        if (thrown instanceof ArchiveroException known) {
            return known;
        }
        throwError(thrown);
        var failure = SqlFailure.behind(thrown);
        if (failure == null) {
            return withSuppressed(
                    new DocumentStoreException(
                            "the store failed with " + thrown.getClass().getName() + ", nothing was written",
                            scrubbed(thrown)),
                    thrown);
        }
        return withSuppressed(
                switch (SqlFailure.of(failure)) {
                    case TRANSIENT ->
                        new StoreUnavailableException(
                                "rivals kept the database busy, nothing was written" + code(failure),
                                scrubbed(failure));
                    case UNAVAILABLE ->
                        new StoreUnavailableException(
                                "the database is not available, nothing was written" + code(failure),
                                scrubbed(failure));
                    case REFUSED, OTHER ->
                        new DocumentStoreException(
                                "the database failed, nothing was written" + code(failure), scrubbed(failure));
                },
                thrown);
    }

    /**
     * Returns what to throw for a failure of the commit itself. Only the database's own word that it rolled back is taken for
     * a no, a transient refusal or a constraint that is checked at the commit; and the driver's that it had nothing to send it over.
     */
    static RuntimeException whileCommitting(Throwable thrown, BatchStatements statements) {
        var failure = SqlFailure.behind(thrown);
        return failure != null && statements.ruleOutCommit(failure) ? beforeCommit(thrown) : unknown(thrown);
    }

    /** Returns what to throw where it cannot be known whether what was written will last. */
    private static RuntimeException unknown(Throwable thrown) {
        throwError(thrown);
        var failure = SqlFailure.behind(thrown);
        var code = failure == null ? " (" + thrown.getClass().getName() + ")" : code(failure);
        var what = failure != null && SqlFailure.ofDisk(failure)
                ? "the commit failed"
                : "the connection broke while committing";
        return withSuppressed(
                new UnknownOutcomeException(
                        what + code + ": the batch is written whole or not at all; replay it to find out",
                        scrubbed(thrown)),
                thrown);
    }

    /** Errors are not ours to translate; Jdbi wraps those that come up while it closes something. */
    private static void throwError(Throwable thrown) {
        for (Throwable cause = thrown; cause != null && !(cause instanceof SQLException); cause = cause.getCause()) {
            if (cause instanceof Error error) {
                if (error != thrown) {
                    List.of(thrown.getSuppressed()).forEach(each -> error.addSuppressed(scrubbed(each)));
                }
                throw error;
            }
        }
    }

    /** Returns the failure of the database behind an exception without its message, or else what stands for the exception. */
    static SQLException scrubbed(Throwable thrown) {
        var failure = SqlFailure.behind(thrown);
        if (failure == null) {
            return traced(
                    new SQLException("not a failure of the database: "
                            + thrown.getClass().getName()),
                    thrown);
        }
        return traced(
                new SQLException(
                        "SQLSTATE " + failure.getSQLState() + ", vendor code " + failure.getErrorCode(),
                        failure.getSQLState(),
                        failure.getErrorCode()),
                failure);
    }

    private static SQLException traced(SQLException scrubbed, Throwable original) {
        scrubbed.setStackTrace(original.getStackTrace());
        return scrubbed;
    }

    /** What went wrong while cleaning up stays with the first error, scrubbed likewise. */
    private static <E extends RuntimeException> E withSuppressed(E exception, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            for (var suppressed : cause.getSuppressed()) {
                exception.addSuppressed(scrubbed(suppressed));
            }
        }
        return exception;
    }

    private static String code(SQLException failure) {
        var reason = reason(failure);
        return (reason.isEmpty() ? "" : ": " + reason) + " (SQLSTATE " + failure.getSQLState() + ", vendor code "
                + failure.getErrorCode() + ")";
    }

    /**
     * What an operator can do something about, in words: since the driver's own are not passed on. States that begin with 90
     * are H2's.
     */
    private static String reason(SQLException failure) {
        if (SqlFailure.ofDisk(failure)) {
            return "the disk may be full, or cannot be written";
        }
        if (SqlFailure.causedBy(failure, InterruptedException.class)) {
            return "the thread was interrupted while it waited";
        }
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "28P01", "28000" -> "the user or password is wrong";
            case "3D000", "90013", "90146" -> "there is no such database";
            case "08001" -> "no connection could be made";
            case "53300" -> "it has too many connections";
            case "57014" -> "the statement was cancelled or took too long";
            case "25006" -> "the transaction is read-only";
            case "90097" -> "the database is read-only";
            case "42501", "90040", "90096" -> "the user lacks a right";
            case "42P01", "42S02", "42S04" -> "a table is missing";
            case "42703", "42S22" -> "a column is missing";
            case "90020" -> "another process has the database open";
            case "90098", "90121" -> "the database is closed";
            case "90030" -> "the file is damaged, or no database";
            case "90113" -> "the URL has a setting that is not supported";
            case "90116" -> "it allows no literals in statements (ALLOW_LITERALS)";
            default -> "";
        };
    }
}
