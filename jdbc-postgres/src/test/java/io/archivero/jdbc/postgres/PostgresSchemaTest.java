package io.archivero.jdbc.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.DocumentQuery;
import io.archivero.DocumentStoreException;
import io.archivero.Environment;
import io.archivero.IncompatibleStoreException;
import io.archivero.SchemaMode;
import io.archivero.StoreUnavailableException;
import io.archivero.testkit.EmbeddedPostgres;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What opening does about the database and its tables. */
class PostgresSchemaTest {
    private final DataSource database = EmbeddedPostgres.freshDatabase();

    private void execute(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private PostgresDocumentRepository open(SchemaMode mode) {
        return PostgresDocumentRepository.builder(database).schemaMode(mode).build();
    }

    @Test
    @DisplayName("Opening twice changes nothing the second time")
    void twice() {
        open(SchemaMode.MIGRATE).upsertByExternalId(Environment.TEST, Items.item("k", 1));
        assertEquals(1, open(SchemaMode.MIGRATE).count(Environment.TEST, DocumentQuery.all()));
        assertEquals(1, open(SchemaMode.VALIDATE).count(Environment.TEST, DocumentQuery.all()));
    }

    @Test
    @DisplayName("A schema of its own is made on demand, and used whatever the search path")
    void ownSchema() throws Exception {
        var repository =
                PostgresDocumentRepository.builder(database).schema("audit").build();
        repository.batchUpsertByExternalId(Environment.TEST, Items.batch("k", 3, 1));
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from audit.archivero_documents")) {
            assertTrue(row.next());
            assertEquals(3, row.getInt(1));
        }
        PostgresDocumentRepository.builder(database)
                .schema("audit")
                .schemaMode(SchemaMode.VALIDATE)
                .build();
    }

    @Test
    @DisplayName("Making tables in a schema of their own leaves the search path of the host's connection alone")
    void searchPathKept() throws Exception {
        execute("create schema first");
        for (boolean autocommit : new boolean[] {true, false}) {
            try (var pool = onePath("first, public", autocommit)) {
                PostgresDocumentRepository.builder(pool)
                        .schema("own" + autocommit)
                        .build();
                try (var connection = pool.getConnection();
                        var statement = connection.createStatement();
                        var row = statement.executeQuery("show search_path")) {
                    assertTrue(row.next());
                    assertEquals("first, public", row.getString(1));
                }
            }
        }
    }

    @Test
    @DisplayName("A script that fails in a schema of its own is reported with its own code")
    void scriptFails() throws Exception {
        execute("create schema audit");
        execute("create view audit.archivero_documents as select 1 as id");
        var builder = PostgresDocumentRepository.builder(database).schema("audit");
        var failure = assertThrows(DocumentStoreException.class, builder::build);
        assertTrue(failure.getMessage().contains("42809"), failure.getMessage()); // an index on a view
    }

    @Test
    @DisplayName("A schema is not mistaken for one whose name only matches its own as a pattern")
    void underscore() throws Exception {
        PostgresDocumentRepository.builder(database).schema("axb").build();
        execute("create table axb.archiveroxdocuments (external_id int)");
        var repository =
                PostgresDocumentRepository.builder(database).schema("a_b").build();
        repository.upsertByExternalId(Environment.TEST, Items.item("k", 1));
        assertEquals(1, repository.count(Environment.TEST, DocumentQuery.all()));
        PostgresDocumentRepository.builder(database).schema("axb").build();
    }

    @Test
    @DisplayName("A connection without a schema is told so")
    void noSchema() {
        PostgresDocumentRepository.builder(database).schema("audit").build();
        try (var pool = onePath("nowhere", true)) {
            var failure = assertThrows(IncompatibleStoreException.class, () -> PostgresDocumentRepository.create(pool));
            assertTrue(failure.getMessage().contains("no current schema"), failure.getMessage());
            PostgresDocumentRepository.builder(pool).schema("audit").build();
        }
    }

    /** A pool of one connection, which the host has given a search path. */
    private HikariDataSource onePath(String searchPath, boolean autocommit) {
        var settings = new HikariConfig();
        settings.setDataSource(database);
        settings.setMaximumPoolSize(1);
        settings.setAutoCommit(autocommit);
        settings.setConnectionInitSql("set search_path to " + searchPath);
        return new HikariDataSource(settings);
    }

    @Test
    @DisplayName("Eight threads may open an empty database at once")
    void rivals() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var opening = IntStream.range(0, 8)
                    .<Callable<PostgresDocumentRepository>>mapToObj(i -> () -> open(SchemaMode.MIGRATE))
                    .toList();
            for (var opened : threads.invokeAll(opening)) {
                opened.get().batchUpsertByExternalId(Environment.TEST, Items.batch("k", 3, 1));
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(3, open(SchemaMode.VALIDATE).count(Environment.TEST, DocumentQuery.all()));
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
                "alter table archivero_documents rename column category to kind | category is missing",
                "alter table archivero_documents alter column external_id type varchar(100) | external_id is varchar",
                "alter table archivero_documents alter column fields type jsonb using fields::jsonb | fields is jsonb",
                "alter table archivero_documents alter column updated_at type timestamp | updated_at is timestamp",
                "drop index archivero_documents_client_id | archivero_documents_client_id is missing",
                "alter table archivero_documents drop constraint archivero_documents_pkey | primary key must be"
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

    @Test
    @DisplayName("A server that is not there is not available")
    void noServer() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://localhost:1/nowhere");
        var failure = assertThrows(StoreUnavailableException.class, () -> PostgresDocumentRepository.create(nowhere));
        assertTrue(failure.getMessage().contains("08001"), failure.getMessage());
    }
}
