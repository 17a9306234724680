package io.archivero.testkit;

import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.UNCHANGED;
import static io.archivero.ItemOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchRejectedException;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentStoreException;
import io.archivero.ImportOptions;
import io.archivero.InvalidBatchException;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Connections are borrowed: given back, and given back as they were. */
abstract class ConnectionContract extends JdbcTopic {
    ConnectionContract(JdbcFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("is given back after every call, whatever came of it")
    void givenBack() {
        var counting = new CountingDataSource(jdbc.dataSource());
        exercise(over(counting));
        assertTrue(counting.borrowed() > 0);
        assertEquals(counting.borrowed(), counting.returned());
    }

    @Test
    @DisplayName("is one at a time for one call")
    void oneAtATime() {
        var counting = new CountingDataSource(jdbc.dataSource());
        var other = over(counting);
        counting.reset();
        other.batchUpsertByExternalId(TEST, items(100, 1), true);
        other.batchUpsertByExternalId(TEST, items(100, 2), false);
        assertEquals(2, counting.borrowed());
    }

    @Test
    @DisplayName("is one for each batch of an import")
    void oneForEachBatch() {
        var counting = new CountingDataSource(jdbc.dataSource());
        var other = over(counting);
        counting.reset();
        var options = ImportOptions.defaults().withBatchSize(10);
        other.importAll(TEST, items(50, 1).iterator(), options);
        assertEquals(5, counting.borrowed());
        other.importAll(TEST, items(50, 2).iterator(), options.withParallelism(3));
        assertTrue(
                counting.borrowed() >= 10 && counting.borrowed() <= 13, "five batches and what each worker has left");
        assertEquals(counting.borrowed(), counting.returned());
    }

    @Test
    @DisplayName("is not asked for by a wrong call, nor by an atomic batch that cannot be stored anyway")
    void notAskedFor() {
        var counting = new CountingDataSource(jdbc.dataSource());
        var other = over(counting);
        counting.reset();
        assertThrows(InvalidBatchException.class, () -> other.batchUpsertByExternalId(TEST, List.of()));
        assertThrows(
                BatchRejectedException.class,
                () -> other.batchUpsertByExternalId(TEST, List.of(invalid("a"), plain("b"))));
        other.findAllByExternalId(TEST, List.of());
        assertEquals(0, counting.borrowed());
    }

    @Test
    @DisplayName("comes back as the host's pool lent it")
    void asLent() {
        assertWorksWith(connection -> {});
    }

    @Test
    @DisplayName("is committed by the library where autocommit off is the pool's default")
    void autocommitOff() {
        assertWorksWith(connection -> connection.setAutoCommit(false));
    }

    @Test
    @DisplayName("works at the isolation level that the host chose")
    void isolation() {
        for (var level : List.of(
                Connection.TRANSACTION_READ_COMMITTED,
                Connection.TRANSACTION_REPEATABLE_READ,
                Connection.TRANSACTION_SERIALIZABLE)) {
            fixture.clear();
            assertWorksWith(connection -> connection.setTransactionIsolation(level));
        }
    }

    @Test
    @DisplayName("works with autocommit off and the strictest isolation at once")
    void autocommitOffAndIsolation() {
        assertWorksWith(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
        });
    }

    /** Over the fixture's, with another end for what is asked of it. */
    private DocumentRepository overGated(AtomicReference<JdbcProxy.Gate> gate) {
        return over(new DelegatingDataSource(jdbc.dataSource()) {
            @Override
            Connection changed(Connection connection) {
                return JdbcProxy.of(connection, call -> gate.get().pass(call));
            }
        });
    }

    @Test
    @DisplayName("with a database whose disk is full is told as such, before and while committing")
    void diskFull() {
        var gate = new AtomicReference<JdbcProxy.Gate>(JdbcCall::proceed);
        var other = overGated(gate);
        for (var name : List.of("PreparedStatement.execute", "Connection.commit")) {
            gate.set(call -> {
                if (call.name().startsWith(name)) {
                    throw new SQLException("GEHEIMNIS", "53100");
                }
                return call.proceed();
            });
            var failure = assertThrows(
                    DocumentStoreException.class, () -> other.batchUpsertByExternalId(TEST, items(3, 1), true));
            assertEquals(
                    name.equals("Connection.commit") ? UnknownOutcomeException.class : StoreUnavailableException.class,
                    failure.getClass());
            assertTrue(failure.toString().contains("the disk may be full"), failure.toString());
            assertFalse(failure.toString().contains("GEHEIMNIS"));
        }
        assertEquals(0, countAll());
        gate.set(JdbcCall::proceed);
        assertOutcomes(other.batchUpsertByExternalId(TEST, items(3, 1), true), CREATED, CREATED, CREATED);
    }

    @Test
    @DisplayName("that an interrupted caller did not get is told as unavailable, and the flag is kept")
    void interruptedWhileWaiting() {
        var waiting = new AtomicBoolean();
        var other = over(new DelegatingDataSource(jdbc.dataSource()) {
            @Override
            Connection changed(Connection connection) throws SQLException {
                if (waiting.get()) {
                    connection.close();
                    Thread.currentThread().interrupt();
                    throw new SQLException("interrupted", new InterruptedException());
                }
                return connection;
            }
        });
        waiting.set(true);
        try {
            var failure = assertThrows(
                    StoreUnavailableException.class, () -> other.batchUpsertByExternalId(TEST, items(1, 1), true));
            assertTrue(Thread.currentThread().isInterrupted());
            assertTrue(failure.toString().contains("interrupted"), failure.toString());
        } finally {
            Thread.interrupted();
        }
    }

    private void assertWorksWith(HostPool.Setup setup) {
        var pool = new HostPool(jdbc.dataSource(), setup);
        var counting = new CountingDataSource(pool);
        exercise(over(counting));
        assertEquals(4, countAll(), "committed, and seen from another connection");
        assertEquals(counting.borrowed(), counting.returned());
        assertEquals(pool.lent(), pool.returned());
    }

    /** One call of every kind, good and bad; leaves four documents. */
    private static void exercise(DocumentRepository other) {
        assertOutcomes(other.batchUpsertByExternalId(TEST, items(3, 1), true), CREATED, CREATED, CREATED);
        assertOutcomes(other.batchUpsertByExternalId(TEST, items(3, 1), true), UNCHANGED, UNCHANGED, UNCHANGED);
        assertOutcomes(other.batchUpsertByExternalId(TEST, items(2, 2), false), UPDATED, UPDATED);
        assertOutcomes(other.previewBatchUpsert(TEST, items(1, 3)), UPDATED);
        var bad = new ArrayList<>(items(3, 4));
        bad.add(item("item 9").expectedVersion(9L).build());
        assertThrows(BatchRejectedException.class, () -> other.batchUpsertByExternalId(TEST, bad, true));
        other.upsertByExternalId(LIVE, plain("live"));
        other.findById(TEST, new UUID(0, 0));
        assertEquals(
                2, other.findAllByExternalId(TEST, List.of("item 0", "item 1")).size());
        assertEquals(3, other.count(TEST, DocumentQuery.all()));
    }
}
