package io.archivero.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.db.Store;
import org.jspecify.annotations.Nullable;

/**
 * Forces the file of a database to the disk, as {@code CHECKPOINT SYNC} does, but without the monitor of H2's database. The statement
 * holds that while it waits for the store; and a writer whom the disk refuses holds the store while it waits for that, to close the
 * database. The two would wait for each other for ever.
 */
final class DiskSync {
    private DiskSync() {}

    /** Returns once the disk has all that was committed before. Over the wire, or a pool that hides H2, by the statement. */
    static void force(Connection connection) throws SQLException {
        var store = store(connection);
        if (store != null) {
            force(store);
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
    }

    private static @Nullable Store store(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class)) {
            return null;
        }
        try {
            return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                    ? session.getDatabase().getStore()
                    : null;
        } catch (RuntimeException closed) {
            throw DbException.toSQLException(closed);
        }
    }

    /** A file that somebody has closed meanwhile is not forced, and H2 says nothing: so it must still be open afterwards. */
    private static void force(Store store) throws SQLException {
        try {
            store.sync();
        } catch (RuntimeException e) {
            throw DbException.toSQLException(e);
        }
        if (store.getMvStore().isClosed()) {
            throw new SQLException(
                    "closed before it was forced to the disk",
                    ErrorCode.getState(ErrorCode.DATABASE_IS_CLOSED),
                    ErrorCode.DATABASE_IS_CLOSED);
        }
    }
}
