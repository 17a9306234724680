package io.archivero.testkit;

import static io.archivero.ItemOutcome.CONFLICT;
import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.UNCHANGED;
import static io.archivero.ItemOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchRejectedException;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.ImportOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Inside a transaction that the host runs, the host decides. */
abstract class JoinContract extends JdbcTopic {
    JoinContract(JdbcFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("that is committed keeps what was written")
    void commit() throws SQLException {
        inTransaction((connection, joined) -> {
            assertOutcomes(joined.batchUpsertByExternalId(TEST, items(3, 1)), CREATED, CREATED, CREATED);
            assertOutcomes(joined.batchUpsertByExternalId(TEST, items(1, 2), false), UPDATED);
            connection.commit();
        });
        assertEquals(3, countAll());
        assertEquals(2, find("item 0").version());
    }

    @Test
    @DisplayName("that is rolled back keeps nothing, in either mode")
    void rollback() throws SQLException {
        inTransaction((connection, joined) -> {
            joined.batchUpsertByExternalId(TEST, items(3, 1), true);
            joined.batchUpsertByExternalId(LIVE, items(3, 1), false);
            joined.upsertByExternalId(TEST, plain("single"));
            connection.rollback();
        });
        assertEquals(0, countAll());
    }

    @Test
    @DisplayName("shows itself what it wrote, and nobody else before it commits")
    void visibility() throws SQLException {
        inTransaction((connection, joined) -> {
            var id = joined.upsertByExternalId(TEST, plain("a"))
                    .document()
                    .orElseThrow()
                    .id();
            assertTrue(joined.findByExternalId(TEST, "a").isPresent());
            assertTrue(joined.findById(TEST, id).isPresent());
            assertEquals(1, joined.count(TEST, DocumentQuery.all()));
            assertOutcomes(joined.previewBatchUpsert(TEST, List.of(plain("a"))), UNCHANGED);
            assertEquals(0, countAll());
            connection.commit();
        });
        assertEquals(1, countAll());
    }

    @Test
    @DisplayName("goes on after a refused batch, and keeps what was written before it")
    void refusalLeavesTheRest() throws SQLException {
        inTransaction((connection, joined) -> {
            joined.batchUpsertByExternalId(TEST, items(2, 1));
            var late = List.of(
                    plain("b"),
                    item("item 0").clientId(BETO).expectedVersion(9L).build());
            assertThrows(BatchRejectedException.class, () -> joined.batchUpsertByExternalId(TEST, late));
            assertOutcomes(joined.batchUpsertByExternalId(TEST, late, false), CREATED, CONFLICT);
            connection.commit();
        });
        assertEquals(3, countAll());
        assertEquals(ANA, find("item 0").clientId());
    }

    @Test
    @DisplayName("lets the host go back to a savepoint of its own")
    void hostSavepoint() throws SQLException {
        inTransaction((connection, joined) -> {
            joined.upsertByExternalId(TEST, plain("before"));
            var savepoint = connection.setSavepoint();
            joined.batchUpsertByExternalId(TEST, items(3, 1));
            connection.rollback(savepoint);
            connection.commit();
        });
        assertEquals(1, countAll());
    }

    @Test
    @DisplayName("is left as it was: open, with its autocommit, isolation, read-only flag and schema")
    void leftAsItWas() throws SQLException {
        inTransaction((connection, joined) -> {
            var before = ConnectionState.of(connection);
            joined.batchUpsertByExternalId(TEST, items(3, 1), true);
            joined.batchUpsertByExternalId(TEST, items(3, 2), false);
            assertThrows(
                    BatchRejectedException.class, () -> joined.batchUpsertByExternalId(TEST, List.of(invalid("a"))));
            joined.findAllByExternalId(TEST, List.of("item 0"));
            joined.count(TEST, DocumentQuery.all());
            assertFalse(connection.isClosed());
            assertEquals(before, ConnectionState.of(connection));
            connection.rollback();
        });
    }

    @Test
    @DisplayName("is not closed, committed or rolled back by closing the repository that joined it")
    void closingTheJoined() throws SQLException {
        inTransaction((connection, joined) -> {
            joined.upsertByExternalId(TEST, plain("a"));
            if (joined instanceof AutoCloseable closeable) {
                assertDoesNotThrow(closeable::close);
            }
            assertFalse(connection.isClosed());
            assertEquals(0, countAll());
            connection.commit();
        });
        assertEquals(1, countAll());
        assertOutcomes(atomic(plain("a")), UNCHANGED);
    }

    @Test
    @DisplayName("that does not run, because autocommit is on, is replaced by one for each call")
    void autocommitOn() throws SQLException {
        try (var connection = jdbc.dataSource().getConnection()) {
            connection.setAutoCommit(true);
            var joined = repository.using(connection);
            joined.batchUpsertByExternalId(TEST, items(3, 1));
            assertEquals(3, countAll());
            assertTrue(connection.getAutoCommit());
            assertThrows(
                    BatchRejectedException.class,
                    () -> joined.batchUpsertByExternalId(
                            TEST,
                            List.of(
                                    plain("b"),
                                    item("item 0")
                                            .clientId(BETO)
                                            .expectedVersion(9L)
                                            .build())));
            assertEquals(3, countAll());
        }
    }

    @Test
    @DisplayName("is not the one of the repository that it was joined from")
    void originalStaysOutside() throws SQLException {
        inTransaction((connection, joined) -> {
            atomic(plain("outside"));
            joined.upsertByExternalId(TEST, plain("inside"));
            connection.rollback();
        });
        assertEquals(1, countAll());
        assertTrue(repository.findByExternalId(TEST, "outside").isPresent());
    }

    @Test
    @DisplayName("takes in an import on its one connection, and refuses one on more")
    void imports() throws SQLException {
        var items = items(30, 1);
        var options = ImportOptions.defaults().withBatchSize(10);
        inTransaction((connection, joined) -> {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> joined.importAll(TEST, items.iterator(), options.withParallelism(2)));
            assertEquals(30, joined.importAll(TEST, items.iterator(), options).stored());
            assertEquals(0, countAll());
            connection.rollback();
            assertEquals(30, joined.importAll(TEST, items.iterator(), options).stored());
            connection.commit();
        });
        assertEquals(30, countAll());
        assertEquals(1, find("item 0").version());
    }

    /** What a host does between begin and commit. */
    private interface Work {
        void run(Connection connection, DocumentRepository joined) throws SQLException;
    }

    private void inTransaction(Work work) throws SQLException {
        try (var connection = jdbc.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.run(connection, repository.using(connection));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
