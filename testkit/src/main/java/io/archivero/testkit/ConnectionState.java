package io.archivero.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What of a pooled connection belongs to the host. */
record ConnectionState(
        boolean autoCommit,
        int isolation,
        boolean readOnly,
        int holdability,
        int networkTimeout,
        @Nullable String schema,
        @Nullable String catalog) {
    static ConnectionState of(Connection connection) throws SQLException {
        return new ConnectionState(
                connection.getAutoCommit(),
                connection.getTransactionIsolation(),
                connection.isReadOnly(),
                connection.getHoldability(),
                connection.getNetworkTimeout(),
                connection.getSchema(),
                connection.getCatalog());
    }

    /** Undoes what a host of the tests may have set up. */
    void restore(Connection connection) throws SQLException {
        connection.setAutoCommit(autoCommit);
        if (connection.getTransactionIsolation() != isolation) {
            connection.setTransactionIsolation(isolation);
        }
        connection.setHoldability(holdability);
        connection.setNetworkTimeout(Runnable::run, networkTimeout);
    }
}
