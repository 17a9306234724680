package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentQuery;
import io.archivero.DocumentStoreException;
import io.archivero.Durability;
import io.archivero.Environment;
import io.archivero.IncompatibleStoreException;
import io.archivero.ItemOutcome;
import io.archivero.Limits;
import io.archivero.SchemaMode;
import io.archivero.StoreUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a store on H2 is opened, and which databases are refused. */
class H2OpeningTest {
    @TempDir
    Path directory;

    private static JdbcConnectionPool pool(String url) {
        return JdbcConnectionPool.create(url, "sa", "");
    }

    private static String memory(String settings) {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + settings;
    }

    @Nested
    @DisplayName("A file that the library opens")
    class OwnFile {
        @Test
        @DisplayName("keeps what was written when it is closed and opened again")
        void reopens() {
            var file = directory.resolve("documents");
            try (var repository = H2DocumentRepository.open(file)) {
                repository.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", 250, 1));
            }
            try (var repository = H2DocumentRepository.open(file)) {
                assertEquals(250, repository.count(Environment.LIVE, DocumentQuery.all()));
                var replay = repository.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", 250, 1));
                assertEquals(250, replay.counts().get(ItemOutcome.UNCHANGED));
            }
        }

        @Test
        @DisplayName("is reached by a second tool through the documented URL while it is open")
        void secondTool() throws SQLException {
            var file = directory.resolve("documents");
            try (var repository = H2DocumentRepository.open(file)) {
                repository.upsertByExternalId(Environment.LIVE, Items.item("k", 1));
                try (var connection = DriverManager.getConnection("jdbc:h2:async:" + file, "sa", "");
                        var statement = connection.createStatement();
                        var row = statement.executeQuery(
                                "select environment, external_id, version from archivero_documents")) {
                    assertTrue(row.next());
                    assertEquals(List.of("live", "k", 1L), List.of(row.getString(1), row.getString(2), row.getLong(3)));
                }
            }
        }

        @Test
        @DisplayName("may be open twice in one process, and closing one leaves the other")
        void openTwice() {
            var file = directory.resolve("documents");
            try (var second = H2DocumentRepository.open(file)) {
                try (var first = H2DocumentRepository.open(file)) {
                    first.upsertByExternalId(Environment.LIVE, Items.item("k", 1));
                }
                assertTrue(second.findByExternalId(Environment.LIVE, "k").isPresent());
            }
        }

        @Test
        @DisplayName("may be closed twice, and says so when it is used afterwards")
        void closeTwice() {
            var repository = H2DocumentRepository.open(directory.resolve("documents"));
            repository.close();
            repository.close();
            assertThrows(IllegalStateException.class, () -> repository.count(Environment.LIVE, DocumentQuery.all()));
        }

        @Test
        @DisplayName("is told to be damaged if it is no database")
        void noDatabase() throws Exception {
            Files.writeString(directory.resolve("documents.mv.db"), "this is not a database".repeat(1_000));
            var failure = assertThrows(
                    StoreUnavailableException.class, () -> H2DocumentRepository.open(directory.resolve("documents")));
            assertTrue(failure.getMessage().contains("damaged"), failure.getMessage());
        }

        @Test
        @DisplayName("must have a path that fits into a URL")
        void semicolon() {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> H2DocumentRepository.open(directory.resolve("a;MODE=Oracle")));
        }

        @ParameterizedTest
        @CsvSource({"POWER_LOSS,0", "PROCESS_CRASH,0", "NONE,500"})
        @DisplayName("has the settings of its durability")
        void settings(Durability durability, String delay) throws SQLException {
            var file = directory.resolve("documents");
            try (var repository = H2DocumentRepository.builder(file)
                            .durability(durability)
                            .build();
                    var connection = DriverManager.getConnection("jdbc:h2:async:" + file, "sa", "");
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select setting_value from information_schema.settings"
                            + " where setting_name = 'WRITE_DELAY'")) {
                repository.upsertByExternalId(Environment.LIVE, Items.item("k", 1));
                assertTrue(row.next());
                assertEquals(delay, row.getString(1));
            }
        }
    }

    @Nested
    @DisplayName("A pool of the host's")
    class HostPool {
        @ParameterizedTest
        @CsvSource({
            "jdbc:h2:async:, WRITE_DELAY is 500, ''",
            "jdbc:h2:async:, WRITE_DELAY is 10, ;WRITE_DELAY=10",
            "jdbc:h2:, jdbc:h2:async:, ;WRITE_DELAY=0",
            "jdbc:h2:nio:, jdbc:h2:async:, ;WRITE_DELAY=0"
        })
        @DisplayName("is refused if its file would lose documents, and the setting to change is named")
        void losing(String scheme, String named, String settings) {
            var url = scheme + directory.resolve("host") + settings;
            var failure = assertThrows(IncompatibleStoreException.class, () -> H2DocumentRepository.create(pool(url)));
            assertTrue(failure.getMessage().contains(named), failure.getMessage());
            H2DocumentRepository.builder(pool(url))
                    .durability(Durability.NONE)
                    .build()
                    .upsertByExternalId(Environment.TEST, Items.item("k", 1));
        }

        @ParameterizedTest
        @CsvSource({"jdbc:h2:async:, PROCESS_CRASH", "jdbc:h2:retry:, PROCESS_CRASH", "jdbc:h2:async:, POWER_LOSS"})
        @DisplayName("is taken if its file keeps what was committed, and is not closed with the repository")
        void keeping(String scheme, Durability durability) throws SQLException {
            var pool = pool(scheme + directory.resolve("host") + ";WRITE_DELAY=0");
            try (var repository =
                    H2DocumentRepository.builder(pool).durability(durability).build()) {
                repository.upsertByExternalId(Environment.TEST, Items.item("k", 1));
            }
            try (var connection = pool.getConnection()) {
                assertTrue(connection.isValid(1));
            }
            pool.dispose();
        }

        @ParameterizedTest
        @CsvSource({
            "IGNORECASE, ;IGNORECASE=TRUE",
            "COLLATION, ;COLLATION=ENGLISH STRENGTH PRIMARY",
            "COLLATION, ;COLLATION=TURKISH",
            "MODE=Oracle, ;MODE=Oracle"
        })
        @DisplayName("is refused if it would mix up keys, and the setting to change is named")
        void mixingUp(String named, String settings) {
            var failure = assertThrows(
                    IncompatibleStoreException.class, () -> H2DocumentRepository.create(pool(memory(settings))));
            assertTrue(failure.getMessage().contains(named), failure.getMessage());
        }

        @ParameterizedTest
        @CsvSource({
            "''",
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
            ";DATABASE_TO_UPPER=FALSE",
            ";CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            ";MODE=MySQL",
            ";MODE=STRICT"
        })
        @DisplayName("is taken however it spells identifiers")
        void spelling(String settings) {
            var pool = pool(memory(settings));
            for (int opened = 0; opened < 2; opened++) {
                var repository =
                        H2DocumentRepository.builder(pool).schema("audit").build();
                repository.batchUpsertByExternalId(Environment.TEST, Items.batch("k", 3, opened));
                assertEquals(3, repository.count(Environment.TEST, DocumentQuery.all()));
            }
            H2DocumentRepository.builder(pool)
                    .schema("audit")
                    .schemaMode(SchemaMode.VALIDATE)
                    .build();
            pool.dispose();
        }

        @ParameterizedTest
        @ValueSource(strings = {"jdbc:h2:mem:", "jdbc:h2:mem:archivero-lost"})
        @DisplayName(
                "is refused if its database in memory is gone with each connection, and the setting to add is named")
        void goneWithItsConnection(String url) {
            var unpooled = new JdbcDataSource();
            unpooled.setURL(url);
            var failure = assertThrows(IncompatibleStoreException.class, () -> H2DocumentRepository.create(unpooled));
            assertTrue(failure.getMessage().contains("DB_CLOSE_DELAY=-1"), failure.getMessage());
        }

        @ParameterizedTest
        @CsvSource({
            "no literals, ;ALLOW_LITERALS=NONE",
            "no literals, ;ALLOW_LITERALS=NUMBERS",
            "read-only, ;ACCESS_MODE_DATA=r",
            "not supported, ;NO_SUCH_SETTING=1"
        })
        @DisplayName("that cannot be worked on is refused with the reason")
        void unusable(String named, String settings) {
            var failure = assertThrows(
                    DocumentStoreException.class, () -> H2DocumentRepository.create(pool(memory(settings))));
            assertTrue(failure.getMessage().contains(named), failure.getMessage());
        }

        @Test
        @DisplayName(
                "that is read-only serves what needs no writing, replays included, and tells why it does not do more")
        void readOnly() {
            var file = directory.resolve("host");
            try (var repository = H2DocumentRepository.open(file)) {
                repository.upsertByExternalId(Environment.TEST, Items.item("k", 1));
            }
            var pool = pool("jdbc:h2:async:" + file + ";WRITE_DELAY=0;ACCESS_MODE_DATA=r");
            var repository = H2DocumentRepository.create(pool);
            assertEquals(1, repository.count(Environment.TEST, DocumentQuery.all()));
            assertEquals(
                    ItemOutcome.UNCHANGED,
                    repository
                            .upsertByExternalId(Environment.TEST, Items.item("k", 1))
                            .outcome());
            var failure = assertThrows(
                    DocumentStoreException.class,
                    () -> repository.upsertByExternalId(Environment.TEST, Items.item("k", 2)));
            assertTrue(failure.getMessage().contains("read-only"), failure.getMessage());
            pool.dispose();
        }

        @Test
        @DisplayName("may be used by a user who may do no more than read and write the two tables")
        void ordinaryUser() throws SQLException {
            var url = memory("");
            var admin = pool(url);
            H2DocumentRepository.create(admin);
            try (var connection = admin.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create user joe password ''");
                statement.execute("grant select, insert, update, delete on archivero_documents to joe");
                statement.execute("grant select on archivero_schema to joe");
            }
            var joe = JdbcConnectionPool.create(url.replace(";DB_CLOSE_DELAY=-1", ""), "joe", "");
            var repository = H2DocumentRepository.create(joe);
            repository.batchUpsertByExternalId(Environment.TEST, Items.batch("k", 3, 1));
            repository.batchUpsertByExternalId(Environment.TEST, Items.batch("k", 3, 2), false);
            assertEquals(3, repository.count(Environment.TEST, DocumentQuery.all()));
            joe.dispose();
            admin.dispose();
        }

        @Test
        @DisplayName("may come as a Jdbi that the host configured")
        void jdbi() {
            var pool = pool(memory(""));
            var repository = H2DocumentRepository.builder(Jdbi.create(pool)).build();
            repository.upsertByExternalId(Environment.TEST, Items.item("k", 1));
            assertEquals(1, repository.count(Environment.TEST, DocumentQuery.all()));
            pool.dispose();
        }

        @Test
        @DisplayName("is not asked to hold more JSON than a column of H2 can")
        void tooMuchJson() {
            var builder =
                    H2DocumentRepository.builder(pool(memory(""))).limits(Limits.DEFAULT.withMaxJsonBytes(1_048_577));
            var failure = assertThrows(IllegalArgumentException.class, builder::build);
            assertTrue(failure.getMessage().contains("1048576"), failure.getMessage());
        }
    }
}
