package io.archivero.jdbc.h2;

import io.archivero.jdbc.Backend;
import io.archivero.jdbc.DocumentDao;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/** What H2 does its own way, but for {@link H2Statements}. */
interface H2DocumentDao extends DocumentDao {
    /** Held while scripts run. */
    ReentrantLock MIGRATING = new ReentrantLock();

    /**
     * One thread of this process at a time. H2 commits at every statement of a script, which lets go of any lock on a row; and
     * where two alter a table at once, the one that waited works on the table that the other has replaced.
     */
    @Override
    default void migrateAlone(Backend.Step scripts) throws SQLException {
        MIGRATING.lock();
        try {
            scripts.run(this);
            getHandle().getConnection().commit(); // the last line too, before the next one looks
        } finally {
            MIGRATING.unlock();
        }
    }
}
