package io.archivero.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What of a pooled connection belongs to the host. */
record ConnectionState(
        boolean autoCommit,
        int isolation,
        boolean readOnly,
        @Nullable String schema,
        @Nullable String catalog) {
    static ConnectionState of(Connection connection) throws SQLException {
        return new ConnectionState(
                connection.getAutoCommit(),
                connection.getTransactionIsolation(),
                connection.isReadOnly(),
                connection.getSchema(),
                connection.getCatalog());
    }
}
