package io.archivero.jdbc;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the connection that this thread's next handle is made of. Where Jdbi cannot make the handle, because the connection
 * does not even answer whether autocommit is on, it does not give the connection back, and a pool has one less for good.
 */
final class UnfinishedHandle extends JdbiPlugin.Singleton {
    private static final ThreadLocal<WeakReference<Connection>> LAST = new ThreadLocal<>();

    @Override
    public Connection customizeConnection(Connection connection) {
        LAST.set(new WeakReference<>(connection));
        return connection;
    }

    /** Returns the connection that was opened last, and forgets it; null if there was none. */
    static @Nullable Connection take() {
        var last = LAST.get();
        LAST.remove();
        return last == null ? null : last.get();
    }
}
