package io.archivero.jdbc.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentStoreException;
import io.archivero.Environment;
import io.archivero.IncompatibleStoreException;
import io.archivero.PageRequest;
import io.archivero.SchemaMode;
import io.archivero.testkit.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rights that a repository needs: these, each of them, and no other. The contract is run by a role that has no more. */
class PostgresRightsTest {
    /** What it needs on the tables to run, besides {@code usage} on their schema. */
    static final String[] ON_TABLES = {
        "select on archivero_schema", "select, insert, update, delete on archivero_documents",
    };

    private static final Map<String, Consumer<DocumentRepository>> CALLS = Map.of(
            "read", documents -> documents.list(Environment.TEST, DocumentQuery.all(), PageRequest.first(9)),
            "replay", documents -> documents.batchUpsertByExternalId(Environment.TEST, Items.batch("same", 3, 1)),
            "create", documents -> documents.batchUpsertByExternalId(Environment.TEST, Items.batch("new", 3, 1)),
            "create one", documents -> documents.upsertByExternalId(Environment.TEST, Items.item("alone", 1)),
            "change", documents -> documents.batchUpsertByExternalId(Environment.TEST, Items.batch("k", 3, 2)),
            "change one", documents -> documents.upsertByExternalId(Environment.TEST, Items.item("k0", 3)),
            "delete", documents -> documents.deleteByExternalId(Environment.TEST, "same"));

    private final DataSource superuser = EmbeddedPostgres.freshDatabase();
    private final Role owner = new Role(superuser);
    private final Role application = new Role(superuser);

    /** Returns a right on the schema that is current. */
    static String inCurrentSchema(DataSource dataSource, String right) {
        try (var connection = dataSource.getConnection()) {
            return right + " on schema " + connection.getSchema();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void grant() throws SQLException {
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("revoke all " + inCurrentSchema(superuser, "") + " from public");
        }
        owner.grant(inCurrentSchema(superuser, "usage"), inCurrentSchema(superuser, "create"));
        PostgresDocumentRepository.create(owner.dataSource())
                .batchUpsertByExternalId(
                        Environment.TEST,
                        List.of(
                                Items.item("k0", 1),
                                Items.item("k1", 1),
                                Items.item("k2", 1),
                                Items.item("same0", 1),
                                Items.item("same1", 1),
                                Items.item("same2", 1)));
        application.grant(inCurrentSchema(superuser, "usage"));
        application.grant(ON_TABLES);
    }

    @AfterEach
    void drop() {
        application.close();
        owner.close();
    }

    @Test
    @DisplayName("With all of them everything works, whatever the mode of opening")
    void enough() {
        for (var mode : SchemaMode.values()) {
            var documents = PostgresDocumentRepository.builder(application.dataSource())
                    .schemaMode(mode)
                    .build();
            CALLS.values().forEach(call -> call.accept(documents));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert on archivero_documents | change, create, create one",
                "update on archivero_documents | change, change one, create",
                "delete on archivero_documents | delete",
                "select on archivero_documents | change, change one, create, create one, delete, read, replay",
            })
    @DisplayName("Without one of those on the documents, what needs it is refused and told, and nothing else is")
    void withoutOne(String right, String refused) {
        var documents = PostgresDocumentRepository.create(application.dataSource());
        application.revoke(right);
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
    @DisplayName("Without those on the table of versions and on the schema it cannot be opened, which is told")
    void notOpened() throws SQLException {
        var schema = schema();
        for (var mode : new SchemaMode[] {SchemaMode.VALIDATE, SchemaMode.MIGRATE}) {
            var builder =
                    PostgresDocumentRepository.builder(application.dataSource()).schemaMode(mode);
            application.revoke("select on archivero_schema");
            assertLacksRight(assertThrows(DocumentStoreException.class, builder::build));
            application.grant("select on archivero_schema");

            application.revoke("usage on schema " + schema);
            var failure = assertThrows(IncompatibleStoreException.class, builder::build);
            assertTrue(failure.getMessage().contains("no current schema"), failure.getMessage());
            assertLacksRight(assertThrows(DocumentStoreException.class, builder.schema(schema)::build));
            application.grant("usage on schema " + schema);
        }
    }

    private String schema() throws SQLException {
        try (var connection = superuser.getConnection()) {
            return connection.getSchema();
        }
    }

    @Test
    @DisplayName(
            "To make the tables, create on the schema is needed too, and to make the schema, create on the database")
    void migrating() throws SQLException {
        var other = EmbeddedPostgres.freshDatabase();
        try (var migrator = new Role(other)) {
            migrator.grant(inCurrentSchema(other, "usage"));
            assertLacksRight(assertThrows(
                    DocumentStoreException.class, () -> PostgresDocumentRepository.create(migrator.dataSource())));
            migrator.grant(inCurrentSchema(other, "create"));
            PostgresDocumentRepository.create(migrator.dataSource());

            var builder =
                    PostgresDocumentRepository.builder(migrator.dataSource()).schema(migrator.name());
            assertLacksRight(assertThrows(DocumentStoreException.class, builder::build));
            try (var connection = other.getConnection()) {
                migrator.grant("create on database " + connection.getCatalog());
            }
            builder.build().upsertByExternalId(Environment.TEST, Items.item("k", 1));
        }
    }

    private static void assertLacksRight(DocumentStoreException failure) {
        var message = String.valueOf(failure.getMessage());
        assertTrue(message.contains("the user lacks a right (SQLSTATE 42501"), message);
    }
}
