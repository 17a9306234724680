package io.archivero.testkit;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.jspecify.annotations.Nullable;

/** What a call of JDBC can fail with. */
public enum JdbcFailure {
    /** The connection broke. */
    BROKEN("08006"),
    /** A key is there already, or so the database says. */
    DUPLICATE("23505"),
    /** A rival was faster: the transaction is rolled back, and may succeed when it is tried again. */
    SERIALIZATION("40001"),
    /** The server has no connection left. */
    TOO_MANY_CONNECTIONS("53300"),
    /** The server shuts down. */
    SHUTDOWN("57P01"),
    /** A fault of the server's own. */
    INTERNAL("XX000"),
    /** A time-out as the standard's class of exceptions has it, without a state. */
    TIMEOUT(null),
    /** A fault of the driver's or the pool's own. */
    RUNTIME_EXCEPTION(null),
    /** What no library catches: no memory, a class that is missing. */
    ERROR(null),
    /** Nothing is thrown, but the connection is closed under whoever uses it: what comes of it is the driver's own failure. */
    CLOSED(null);

    private final @Nullable String sqlState;

    JdbcFailure(@Nullable String sqlState) {
        this.sqlState = sqlState;
    }

    /** Returns the SQLSTATE of the exception; null if it has none. */
    public @Nullable String sqlState() {
        return sqlState;
    }

    /**
     * Returns a new exception of this kind.
     *
     * @param detail what its message says, as drivers put values of rows there; an error's message never says it
     * @throws IllegalStateException for {@link #CLOSED}, which throws nothing
     */
    Throwable exception(String detail) {
        return switch (this) {
            case BROKEN, DUPLICATE, SERIALIZATION, TOO_MANY_CONNECTIONS, SHUTDOWN, INTERNAL ->
                new SQLException(detail, sqlState);
            case TIMEOUT -> new SQLTimeoutException(detail);
            case RUNTIME_EXCEPTION -> new IllegalStateException(detail);
            case ERROR -> new PlannedError();
            case CLOSED -> throw new IllegalStateException("a closed connection speaks for itself");
        };
    }

    /** An error that no machine throws by itself. */
    static final class PlannedError extends Error {
        private static final long serialVersionUID = 1L;

        PlannedError() {
            super("planned by a test");
        }
    }
}
