package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentStoreException;
import io.archivero.Durability;
import io.archivero.Environment;
import io.archivero.PageRequest;
import io.archivero.SchemaMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rights that a repository needs: these, each of them, and no other. The contract is run by a user who has no more. */
class H2RightsTest {
    static final String[] ON_TABLES = {
        "select on archivero_schema", "select, insert, update, delete on archivero_documents",
    };

    private static final Map<String, Consumer<DocumentRepository>> CALLS = Map.of(
            "read", documents -> documents.list(Environment.TEST, DocumentQuery.all(), PageRequest.first(9)),
            "replay", documents -> documents.batchUpsertByExternalId(Environment.TEST, Items.batch("same", 3, 1)),
            "create", documents -> documents.batchUpsertByExternalId(Environment.TEST, Items.batch("new", 3, 1)),
            "change", documents -> documents.batchUpsertByExternalId(Environment.TEST, Items.batch("k", 3, 2)),
            "delete", documents -> documents.deleteByExternalId(Environment.TEST, "same"));

    @TempDir
    Path directory;

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final JdbcConnectionPool administrator = JdbcConnectionPool.create(url + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcConnectionPool application = JdbcConnectionPool.create(url, "application", "");

    @BeforeEach
    void grant() throws SQLException {
        H2DocumentRepository.create(administrator)
                .batchUpsertByExternalId(
                        Environment.TEST,
                        List.of(
                                Items.item("k0", 1),
                                Items.item("k1", 1),
                                Items.item("k2", 1),
                                Items.item("same0", 1),
                                Items.item("same1", 1),
                                Items.item("same2", 1)));
        execute("create user application password ''");
        for (var right : ON_TABLES) {
            execute("grant " + right + " to application");
        }
    }

    @AfterEach
    void dispose() throws SQLException {
        application.dispose();
        execute("shutdown");
        administrator.dispose();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = administrator.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @DisplayName("With all of them everything works, whatever the mode of opening")
    void enough() {
        for (var mode : SchemaMode.values()) {
            var documents =
                    H2DocumentRepository.builder(application).schemaMode(mode).build();
            CALLS.values().forEach(call -> call.accept(documents));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert on archivero_documents | create",
                "update on archivero_documents | change",
                "delete on archivero_documents | delete",
                "select on archivero_documents | change, create, delete, read, replay",
                "select on archivero_schema | change, create, delete",
            })
    @DisplayName("Without one of them, what needs it is refused and told, and nothing else is")
    void withoutOne(String right, String refused) throws SQLException {
        var documents = H2DocumentRepository.create(application);
        execute("revoke " + right + " from application");
        var told = new TreeSet<String>();
        CALLS.forEach((name, call) -> {
            try {
                call.accept(documents);
            } catch (DocumentStoreException failure) {
                assertLacksRight(failure);
                told.add(name);
            }
        });
        assertEquals(refused, String.join(", ", told));
    }

    @Test
    @DisplayName("Without the one on the table of versions it cannot be opened, which is told")
    void notOpened() throws SQLException {
        execute("revoke select on archivero_schema from application");
        for (var mode : new SchemaMode[] {SchemaMode.VALIDATE, SchemaMode.MIGRATE}) {
            var builder = H2DocumentRepository.builder(application).schemaMode(mode);
            assertLacksRight(assertThrows(DocumentStoreException.class, builder::build));
        }
    }

    @Test
    @DisplayName("To make the tables, a schema of one's own is enough, and to make the schema, the right to alter any")
    void migrating() throws SQLException {
        assertLacksRight(assertThrows(
                DocumentStoreException.class,
                () -> H2DocumentRepository.builder(application)
                        .schema("archive")
                        .build()));
        execute("create schema archive authorization application");
        H2DocumentRepository.builder(application)
                .schema("archive")
                .build()
                .upsertByExternalId(Environment.TEST, Items.item("k", 1));
        execute("grant alter any schema to application");
        H2DocumentRepository.builder(application)
                .schema("another")
                .build()
                .upsertByExternalId(Environment.TEST, Items.item("k", 1));
    }

    @Test
    @DisplayName("To last through a power cut takes an administrator, which is told at opening")
    void powerLoss() throws SQLException {
        var file = "jdbc:h2:async:" + directory.resolve("documents") + ";WRITE_DELAY=0";
        var sa = JdbcConnectionPool.create(file, "sa", "");
        H2DocumentRepository.create(sa);
        try (var connection = sa.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create user application password ''");
            for (var right : ON_TABLES) {
                statement.execute("grant " + right + " to application");
            }
            var ordinary = JdbcConnectionPool.create(file.replace(";WRITE_DELAY=0", ""), "application", "");
            H2DocumentRepository.create(ordinary).upsertByExternalId(Environment.TEST, Items.item("k", 1));
            var builder = H2DocumentRepository.builder(ordinary).durability(Durability.POWER_LOSS);
            assertLacksRight(assertThrows(DocumentStoreException.class, builder::build));
            ordinary.dispose();
        }
        sa.dispose();
    }

    private static void assertLacksRight(DocumentStoreException failure) {
        var message = String.valueOf(failure.getMessage());
        assertTrue(message.contains("the user lacks a right"), message);
    }
}
