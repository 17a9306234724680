package io.archivero.jdbc.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchRejectedException;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.testkit.EmbeddedPostgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A rival that comes just between the reading and the writing of a batch. */
class PostgresRivalTest {
    private final DataSource database = EmbeddedPostgres.freshDatabase();
    private final PostgresDocumentRepository quiet = PostgresDocumentRepository.create(database);

    /** Something that another connection does, once, right before the first statement that writes. */
    private interface Rival {
        void run() throws SQLException;
    }

    private PostgresDocumentRepository disturbedBy(Rival rival) {
        var disturbed = new DelegatingDataSource(database) {
            private final AtomicBoolean done = new AtomicBoolean();

            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")
                                    && arguments[0].toString().startsWith("insert")
                                    && done.compareAndSet(false, true)) {
                                rival.run();
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }
        };
        return PostgresDocumentRepository.create(disturbed);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @BeforeEach
    void store() {
        quiet.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", 3, 1));
    }

    @Test
    @DisplayName("deletes a row: it is created anew, with a new id, version 1 and no negative trace")
    void deletes() {
        var before = quiet.findByExternalId(Environment.LIVE, "k1").orElseThrow();
        var repository = disturbedBy(() -> execute("delete from archivero_documents where external_id = 'k1'"));
        var result = repository.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", 3, 2));
        assertEquals(ItemOutcome.UPDATED, result.items().get(0).outcome());
        assertEquals(ItemOutcome.CREATED, result.items().get(1).outcome());
        var after = quiet.findByExternalId(Environment.LIVE, "k1").orElseThrow();
        assertEquals(after, result.items().get(1).document().orElseThrow());
        assertEquals(1, after.version());
        assertNotEquals(before.id(), after.id());
    }

    @Test
    @DisplayName("deletes a row and makes it anew at the same version: it is updated, under the rival's id")
    void replaces() {
        var repository = disturbedBy(() -> {
            execute("delete from archivero_documents where external_id = 'k1'");
            quiet.upsertByExternalId(
                    Environment.LIVE,
                    Items.item("k1", 9).toBuilder().filename("f").build());
        });
        var result = repository.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", 3, 2));
        assertEquals(3, result.counts().get(ItemOutcome.UPDATED));
        var after = quiet.findByExternalId(Environment.LIVE, "k1").orElseThrow();
        assertEquals(2, after.version());
        assertEquals("f", after.filename());
        assertEquals(after, result.items().get(1).document().orElseThrow());
    }

    @Test
    @DisplayName("updates a row: the batch comes after it, with the version after the rival's")
    void updates() {
        var repository = disturbedBy(() -> quiet.upsertByExternalId(Environment.LIVE, Items.item("k1", 9)));
        var result = repository.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", 3, 2));
        assertEquals(3, result.counts().get(ItemOutcome.UPDATED));
        assertEquals(
                3, quiet.findByExternalId(Environment.LIVE, "k1").orElseThrow().version());
    }

    @Test
    @DisplayName("writes the same: the row is left as the rival wrote it")
    void writesTheSame() {
        var repository = disturbedBy(() -> quiet.upsertByExternalId(Environment.LIVE, Items.item("k1", 2)));
        var result = repository.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", 3, 2));
        assertEquals(ItemOutcome.UNCHANGED, result.items().get(1).outcome());
        assertEquals(
                2, quiet.findByExternalId(Environment.LIVE, "k1").orElseThrow().version());
    }

    @Test
    @DisplayName("creates a row: it is updated, and stays the rival's")
    void creates() {
        var repository = disturbedBy(() -> quiet.upsertByExternalId(Environment.LIVE, Items.item("new", 9)));
        var result = repository.upsertByExternalId(Environment.LIVE, Items.item("new", 2));
        assertEquals(ItemOutcome.UPDATED, result.outcome());
        assertEquals(2, result.document().orElseThrow().version());
    }

    @Test
    @DisplayName("breaks the expected version of a row: an atomic batch is undone")
    void conflict() {
        var repository = disturbedBy(() -> quiet.upsertByExternalId(Environment.LIVE, Items.item("k1", 9)));
        var items = Items.batch("k", 3, 2).stream()
                .map(item -> item.toBuilder().expectedVersion(1L).build())
                .toList();
        var refused = assertThrows(
                BatchRejectedException.class, () -> repository.batchUpsertByExternalId(Environment.LIVE, items));
        assertEquals(1, refused.result().counts().get(ItemOutcome.CONFLICT));
        assertEquals(2, refused.result().counts().get(ItemOutcome.NOT_APPLIED));
        assertFalse(refused.result().allStored());
        assertTrue(quiet.findAllByExternalId(Environment.LIVE, List.of("k0", "k2")).values().stream()
                .allMatch(document -> document.version() == 1));
    }
}
