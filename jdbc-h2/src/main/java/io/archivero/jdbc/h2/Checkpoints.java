package io.archivero.jdbc.h2;

import io.archivero.jdbc.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Forces to the disk what was committed: a checkpoint holds for everybody whose commit came before it, so those who wait for one
 * share the next. Safe for use by many threads.
 */
final class Checkpoints {
    /** Each has waited for as long as a lock may take. */
    private static final int MOST_ATTEMPTS = 3;

    private static final String COMPLETION_UNKNOWN = "40003";

    private final ReentrantLock lock = new ReentrantLock();
    /** Commits that others may see already, and that may not be on the disk. */
    private final AtomicInteger open = new AtomicInteger();

    private final AtomicLong committed = new AtomicLong();
    private volatile boolean failed;
    /** How many of the commits are on the disk; guarded by the lock. */
    private long synced;

    /** Commits, and returns once that is on the disk. */
    void commit(Connection connection) throws SQLException {
        open.incrementAndGet();
        try {
            connection.commit();
            confirm(connection, committed.incrementAndGet());
        } finally {
            open.decrementAndGet();
        }
    }

    /**
     * What fails here fails after the commit: it is no rollback, whatever the code says, and doing the work again would not tell. That it is
     * not known whether it was completed is a state of the standard's own.
     */
    private void confirm(Connection connection, long commit) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                sync(connection, commit);
                return;
            } catch (SQLException e) {
                if (attempt == MOST_ATTEMPTS || SqlFailure.of(e) != SqlFailure.TRANSIENT) {
                    throw new SQLException(
                            "committed, but perhaps not on the disk", COMPLETION_UNKNOWN, e.getErrorCode(), e);
                }
            }
        }
    }

    /** Returns once everything that could be seen is on the disk. */
    void settle(Connection connection) throws SQLException {
        if (open.get() > 0 || failed) {
            sync(connection, committed.incrementAndGet());
        }
    }

    private void sync(Connection connection, long commit) throws SQLException {
        lock.lock();
        try {
            if (synced < commit) {
                long before = committed.get();
                failed = true;
                DiskSync.force(connection);
                failed = false;
                synced = before;
            }
        } finally {
            lock.unlock();
        }
    }
}
