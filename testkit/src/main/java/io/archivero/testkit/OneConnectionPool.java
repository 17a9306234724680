package io.archivero.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool of one connection, which complains about whoever does not give it back, or not as it was lent, and which commits what
 * was left open: as careless as a pool can be. Not safe for use by several threads.
 */
final class OneConnectionPool extends DelegatingDataSource implements AutoCloseable {
    private final HostPool.Setup setup;
    private final List<String> complaints = new ArrayList<>();
    private @Nullable Pooled idle;
    private @Nullable Pooled lent;

    /**
     * A connection of the pool behind.
     *
     * @param asMade how it came from there, where others may have left it in any state
     * @param asLent how it is lent
     */
    private record Pooled(Connection connection, ConnectionState asMade, ConnectionState asLent) {}

    OneConnectionPool(DataSource dataSource, HostPool.Setup setup) {
        super(dataSource);
        this.setup = setup;
    }

    /** Returns what there was to complain about since the last time; a connection that was not given back is seized. */
    List<String> complaints() throws SQLException {
        var all = new ArrayList<>(complaints);
        complaints.clear();
        if (lent != null) {
            all.add("the connection was not given back");
            lent.connection.close();
            lent = null;
        }
        return all;
    }

    @Override
    Connection opened() throws SQLException {
        if (lent != null) {
            throw new SQLTransientConnectionException("the pool has one connection, and it is out", "08001");
        }
        var next = idle;
        idle = null;
        if (next != null && isDead(next.connection)) {
            discard(next.connection);
            next = null;
        }
        lent = next == null ? made(super.opened()) : next;
        return handle(lent);
    }

    @Override
    Connection changed(Connection connection) {
        return connection;
    }

    private Pooled made(Connection connection) throws SQLException {
        var asMade = ConnectionState.of(connection);
        setup.apply(connection);
        return new Pooled(connection, asMade, ConnectionState.of(connection));
    }

    private Connection handle(Pooled pooled) {
        var back = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (back.compareAndSet(false, true)) {
                            takeBack(pooled);
                        }
                        return null;
                    }
                    try {
                        return method.invoke(pooled.connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void takeBack(Pooled pooled) throws SQLException {
        lent = null;
        var connection = pooled.connection;
        if (isDead(connection)) {
            discard(connection);
            return;
        }
        try {
            var asReturned = ConnectionState.of(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            if (asReturned.equals(pooled.asLent)) {
                idle = pooled;
                return;
            }
            complaints.add("lent as " + pooled.asLent + ", the connection came back as " + asReturned);
        } catch (SQLException e) {
            complaints.add("the connection came back unusable: " + e);
        }
        discard(connection);
    }

    /** Tells whether it was closed under whatever wraps it: pools throw such connections away. */
    private static boolean isDead(Connection connection) throws SQLException {
        return connection.unwrap(Connection.class).isClosed();
    }

    private static void discard(Connection connection) {
        try {
            connection.unwrap(Connection.class).close();
            connection.close();
        } catch (SQLException e) {
            // It was closed under its own pool, which says so, and throws it away all the same.
        }
    }

    /** Gives the connection back to the pool behind. */
    @Override
    public void close() throws SQLException {
        if (idle != null) {
            idle.asMade.restore(idle.connection);
            idle.connection.close();
            idle = null;
        }
    }
}
