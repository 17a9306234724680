package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentQuery;
import io.archivero.DocumentStoreException;
import io.archivero.Environment;
import io.archivero.IncompatibleStoreException;
import io.archivero.SchemaMode;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What opening does about the tables. */
class H2SchemaTest {
    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    @AfterEach
    void dispose() throws Exception {
        execute("shutdown");
        pool.dispose();
    }

    private void execute(String sql) throws Exception {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private H2DocumentRepository open(SchemaMode mode) {
        return H2DocumentRepository.builder(pool).schemaMode(mode).build();
    }

    @Test
    @DisplayName("Opening twice changes nothing the second time")
    void twice() {
        open(SchemaMode.MIGRATE).upsertByExternalId(Environment.TEST, Items.item("k", 1));
        assertEquals(1, open(SchemaMode.MIGRATE).count(Environment.TEST, DocumentQuery.all()));
        assertEquals(1, open(SchemaMode.VALIDATE).count(Environment.TEST, DocumentQuery.all()));
    }

    @Test
    @DisplayName("A schema is not mistaken for one whose name only matches its own as a pattern")
    void underscore() throws Exception {
        H2DocumentRepository.builder(pool).schema("axb").build();
        execute("create table axb.archiveroxdocuments (external_id int)");
        var repository = H2DocumentRepository.builder(pool).schema("a_b").build();
        repository.upsertByExternalId(Environment.TEST, Items.item("k", 1));
        assertEquals(1, repository.count(Environment.TEST, DocumentQuery.all()));
        H2DocumentRepository.builder(pool).schema("axb").build();
    }

    @Test
    @DisplayName("The connection over which a schema was filled goes back to the pool with its own")
    void schemaOfTheConnection() throws Exception {
        pool.setMaxConnections(1);
        H2DocumentRepository.builder(pool).schema("apart").build();
        try (var connection = pool.getConnection()) {
            assertEquals("PUBLIC", connection.getSchema());
        }
    }

    @Test
    @DisplayName("Eight threads may open an empty database at once, and write to it at once, and nothing is lost")
    void rivals() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 8; round++) {
                var schema = "round" + round;
                var opening = IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(i -> () -> openAndWrite(schema, "k" + i + "-"))
                        .toList();
                for (var opened : threads.invokeAll(opening)) {
                    assertTrue(opened.get());
                }
                var repository = H2DocumentRepository.builder(pool)
                        .schema(schema)
                        .schemaMode(SchemaMode.VALIDATE)
                        .build();
                assertEquals(8 * 3, repository.count(Environment.TEST, DocumentQuery.all()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean openAndWrite(String schema, String prefix) {
        return H2DocumentRepository.builder(pool)
                .schema(schema)
                .build()
                .batchUpsertByExternalId(Environment.TEST, Items.batch(prefix, 3, 1))
                .allStored();
    }

    @Test
    @DisplayName("VALIDATE refuses a database without the tables")
    void missing() {
        var failure = assertThrows(IncompatibleStoreException.class, () -> open(SchemaMode.VALIDATE));
        assertTrue(failure.getMessage().contains("version 0"), failure.getMessage());
    }

    @Test
    @DisplayName("Tables newer than the library are refused")
    void newer() throws Exception {
        open(SchemaMode.MIGRATE);
        execute("insert into archivero_schema values (99, current_timestamp)");
        for (var mode : new SchemaMode[] {SchemaMode.MIGRATE, SchemaMode.VALIDATE}) {
            var failure = assertThrows(IncompatibleStoreException.class, () -> open(mode));
            assertTrue(failure.getMessage().contains("version 99"), failure.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table archivero_documents drop column rejection_reason | rejection_reason is missing",
                "alter table archivero_documents alter column category rename to kind | category is missing",
                "alter table archivero_documents alter column external_id varchar(100) | external_id holds 100",
                "alter table archivero_documents alter column fields clob | fields is CHARACTER LARGE OBJECT",
                "alter table archivero_documents alter column external_id varchar_ignorecase(510) | external_id is VARCHAR_IGNORECASE",
                "drop index archivero_documents_client_id | archivero_documents_client_id is missing",
                "alter table archivero_documents drop primary key | primary key must be"
            })
    @DisplayName("What a host changed in the table is refused by name")
    void changed(String change, String named) throws Exception {
        open(SchemaMode.MIGRATE);
        execute(change);
        for (var mode : new SchemaMode[] {SchemaMode.MIGRATE, SchemaMode.VALIDATE}) {
            var failure = assertThrows(IncompatibleStoreException.class, () -> open(mode));
            assertTrue(failure.getMessage().contains(named), failure.getMessage());
        }
        open(SchemaMode.NONE);
    }

    @Test
    @DisplayName("NONE looks at nothing, and the first call tells")
    void none() {
        var repository = open(SchemaMode.NONE);
        var failure = assertThrows(
                DocumentStoreException.class, () -> repository.count(Environment.TEST, DocumentQuery.all()));
        assertTrue(failure.getMessage().contains("a table is missing"), failure.getMessage());
    }
}
