package io.archivero.jdbc.h2;

import io.archivero.Durability;
import io.archivero.Environment;
import io.archivero.jdbc.BatchStatements;
import io.archivero.jdbc.JsonColumn;
import io.archivero.jdbc.RowParameters;
import io.archivero.jdbc.RowWrite;
import io.archivero.spi.WritePlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What H2 does its own way.
 *
 * <p>Rows are written by two JDBC batches, of inserts and of updates: inside the process a statement costs no round trip, and
 * H2 goes on after a row that it refuses, so that the counts tell which rows those are. Its {@code merge} is no help: under
 * rivals it answers that rows are unchanged when they are not.
 *
 * <p>Writers take turns, by a lock on one row of the table of versions: H2 loses throughput with every rival and refuses some of
 * them, while one at a time is as fast as it gets. The lock works between pools and processes too. Those of one repository
 * queue for it at a door of their own, so that only the first in the queue waits inside H2, which wakes all who wait there, and
 * counts their time.
 */
final class H2Statements extends BatchStatements {
    private static final String LOCK_TURN = "select version from <versions> where version = 1 for update";

    private final ReentrantLock door = new ReentrantLock(true);
    private final String lockTurn;
    private final @Nullable Checkpoints checkpoints;

    H2Statements(UnaryOperator<String> tables, Durability durability) {
        super(tables, JsonColumn.AS_TEXT, FIND_BY_JOIN, INSERT);
        this.lockTurn = tables.apply(LOCK_TURN);
        this.checkpoints = durability == Durability.POWER_LOSS ? new Checkpoints() : null;
    }

    /**
     * Locks the row that stands for the turn of a writer. A transaction of the host's stays out of the queue: where it has the turn
     * already, whoever is first there waits for it.
     */
    @Override
    public void awaitTurn(Connection connection, boolean own) throws SQLException {
        if (!own) {
            lockTurn(connection);
            return;
        }
        door.lock();
        try {
            lockTurn(connection);
        } finally {
            door.unlock();
        }
    }

    private void lockTurn(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(lockTurn)) {
            statement.executeQuery().close();
        }
    }

    @Override
    public boolean writersWait() {
        return door.isLocked();
    }

    /** There is a turn to be waited for. */
    @Override
    public boolean needTransaction(int rows) {
        return true;
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        if (checkpoints == null) {
            connection.commit();
        } else {
            checkpoints.commit(connection);
        }
    }

    @Override
    public void settle(Connection connection) throws SQLException {
        if (checkpoints != null) {
            checkpoints.settle(connection);
        }
    }

    @Override
    public List<RowWrite> write(Connection connection, Environment environment, List<WritePlan> plans)
            throws SQLException {
        var inserts = plans.stream().filter(WritePlan::creates).toList();
        var updates = plans.stream().filter(plan -> !plan.creates()).toList();
        var inserted = new TakenKeys(this, connection, environment)
                .tellApart(inserts, send(connection, environment, inserts))
                .iterator();
        var updated = send(connection, environment, updates).iterator();
        return plans.stream()
                .map(plan -> plan.creates() ? inserted.next() : updated.next())
                .toList();
    }

    /** Sends rows that are all to be inserted, or all to be updated. */
    private List<RowWrite> send(Connection connection, Environment environment, List<WritePlan> plans)
            throws SQLException {
        if (plans.isEmpty()) {
            return List.of();
        }
        try (var statement = connection.prepareStatement(writing(plans.get(0)))) {
            var parameters = new RowParameters(statement);
            for (var plan : plans) {
                parameters.set(environment, plan);
                statement.addBatch();
            }
            return BatchOutcome.execute(statement);
        }
    }
}
