package io.archivero.jdbc.h2;

import io.archivero.Environment;
import io.archivero.jdbc.Backend;
import io.archivero.jdbc.DocumentDao;
import io.archivero.jdbc.RowWrite;
import io.archivero.spi.WritePlan;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * What H2 does its own way.
 *
 * <p>Rows are written by two JDBC batches, of inserts and of updates: inside the process a statement costs no round trip, and
 * H2 goes on after a row that it refuses, so that the counts tell which rows those are. Its {@code merge} is no help: under
 * rivals it answers that rows are unchanged when they are not.
 *
 * <p>Writers take turns, by a lock on one row of the table of versions: H2 loses throughput with every rival and refuses some of
 * them, while one at a time is as fast as it gets. The lock works between pools and processes too.
 */
interface H2DocumentDao extends DocumentDao {
    /** Held while scripts run. */
    ReentrantLock MIGRATING = new ReentrantLock();

    /** Inserts a row; the parameters are those of {@link RowParameters}. */
    String INSERT = """
            insert into <documents> (
              client_id, scope, type, category, content_type, filename, size, storage_path, expires_at, fields, metadata,
              source_version, status, verified_at, verified_by, rejection_reason, reviewed_at, reviewed_by, updated_at, version,
              environment, external_id, id, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Replaces a row, if it is still at the version and id that were read. */
    String UPDATE = """
            update <documents> set
              client_id = ?, scope = ?, type = ?, category = ?, content_type = ?, filename = ?, size = ?,
              storage_path = ?, expires_at = ?, fields = ?, metadata = ?, source_version = ?,
              status = ?, verified_at = ?, verified_by = ?, rejection_reason = ?, reviewed_at = ?, reviewed_by = ?,
              updated_at = ?, version = ?
            where environment = ? and external_id = ? and id = ? and version = ?
            """;

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

    @Override
    default void awaitTurn() {
        lockTurn();
    }

    /** Locks the row that stands for the turn of a writer. */
    @SqlQuery("select version from <versions> where version = 1 for update")
    int lockTurn();

    @Override
    default List<RowWrite> write(Environment environment, List<WritePlan> plans) throws SQLException {
        var inserts = plans.stream().filter(WritePlan::creates).toList();
        var updates = plans.stream().filter(plan -> !plan.creates()).toList();
        var inserted = new TakenKeys(this, environment)
                .tellApart(inserts, send(INSERT, environment, inserts))
                .iterator();
        var updated = send(UPDATE, environment, updates).iterator();
        return plans.stream()
                .map(plan -> plan.creates() ? inserted.next() : updated.next())
                .toList();
    }

    private List<RowWrite> send(String sql, Environment environment, List<WritePlan> plans) throws SQLException {
        if (plans.isEmpty()) {
            return List.of();
        }
        var documents = (String) getHandle().getConfig(SqlStatements.class).getAttribute("documents");
        try (var statement = getHandle().getConnection().prepareStatement(sql.replace("<documents>", documents))) {
            for (var plan : plans) {
                new RowParameters(statement).set(environment, plan);
                statement.addBatch();
            }
            return BatchOutcome.execute(statement);
        }
    }
}
