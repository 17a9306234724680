package io.archivero.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.archivero.Durability;
import io.archivero.benchmarks.Contender.Answers;
import io.archivero.jdbc.h2.H2DocumentRepository;
import io.archivero.jdbc.postgres.PostgresDocumentRepository;
import io.archivero.testkit.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database that one contender has for itself, with a pool and the table of Archivero's own scripts in it: the same columns
 * and indexes for everybody. Contenders need one column more to tell what has changed, {@code content_hash}.
 */
public final class Place implements AutoCloseable {
    /** How a pool of connections to PostgreSQL treats JDBC batches. */
    public enum Batches {
        /** As the driver does by default. */
        PLAIN,
        /** The driver turns batches of inserts into statements of many rows ({@code reWriteBatchedInserts}). */
        REWRITTEN
    }

    private static final int MOST_CONNECTIONS = 8;

    private final Backend backend;
    private final DataSource dataSource;
    private final DataSource backstage;
    private final Runnable onClose;

    private Place(Backend backend, DataSource dataSource, DataSource backstage, Runnable onClose) {
        this.backend = backend;
        this.dataSource = dataSource;
        this.backstage = backstage;
        this.onClose = onClose;
    }

    /** Opens a new database without tables. */
    public static Place empty(Backend backend, Batches batches) {
        if (backend.isPostgres()) {
            return onPostgres(backend, batches);
        }
        return backend.isFile() ? inFile(backend) : inMemory(backend);
    }

    /** Opens a new database with the table and the column for hashes in it. */
    public static Place withTable(Backend backend, Batches batches) throws SQLException {
        var place = empty(backend, batches);
        var repository = backend.isPostgres()
                ? PostgresDocumentRepository.create(place.dataSource)
                : H2DocumentRepository.builder(place.dataSource)
                        .durability(backend.durability())
                        .build();
        repository.close();
        place.execute("alter table archivero_documents add column if not exists content_hash "
                + (backend.isPostgres() ? "bytea" : "varbinary(32)"));
        return place;
    }

    /** Returns the backend. */
    public Backend backend() {
        return backend;
    }

    /** Returns the pool that contenders work with. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Returns another way in, for what is never timed: no network is slow here. */
    DataSource backstage() {
        return backstage;
    }

    /**
     * Returns once what was committed is as safe as the backend promises. PostgreSQL sees to that by itself, and where nothing was
     * written there is nothing to wait for.
     */
    public void sync(Connection connection, Answers committed) throws SQLException {
        if (backend == Backend.H2_FILE_POWER_LOSS && committed.wrote()) {
            try (var statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
        }
    }

    /** Does the same for those who do not have their connection at hand any more. */
    public void sync(Answers committed) throws SQLException {
        if (backend == Backend.H2_FILE_POWER_LOSS && committed.wrote()) {
            try (var connection = dataSource.getConnection()) {
                sync(connection, committed);
            }
        }
    }

    /** Runs a statement in a transaction of its own, not timed. */
    public void execute(String sql) throws SQLException {
        try (var connection = backstage.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Closes the pool and removes the files; a server drops its databases when it ends. */
    @Override
    public void close() {
        onClose.run();
    }

    private static Place onPostgres(Backend backend, Batches batches) {
        if (!(EmbeddedPostgres.freshDatabase() instanceof PGSimpleDataSource source)) {
            throw new IllegalStateException("the driver's own DataSource was expected");
        }
        source.setReWriteBatchedInserts(batches == Batches.REWRITTEN);
        if (backend.addedToRoundTrips().isZero()) {
            var pool = pool(source);
            return new Place(backend, pool, pool, pool::close);
        }
        var network =
                new SlowNetwork(source.getServerNames()[0], source.getPortNumbers()[0], backend.addedToRoundTrips());
        var farAway = new PGSimpleDataSource();
        farAway.setURL(source.getURL());
        farAway.setUser(source.getUser());
        farAway.setPassword(source.getPassword());
        farAway.setServerNames(new String[] {"127.0.0.1"});
        farAway.setPortNumbers(new int[] {network.port()});
        var pool = pool(farAway);
        var backstage = pool(source);
        return new Place(backend, pool, backstage, () -> {
            pool.close();
            backstage.close();
            network.close();
        });
    }

    private static HikariDataSource pool(DataSource source) {
        var pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        pool.setMinimumIdle(1);
        return pool;
    }

    private static Place inMemory(Backend backend) {
        return onH2(backend, "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", null);
    }

    /** With the settings of the library's own files. */
    private static Place inFile(Backend backend) {
        var directory = newDirectory();
        var url = "jdbc:h2:async:" + directory.resolve("cards");
        return onH2(backend, backend.durability() == Durability.NONE ? url : url + ";WRITE_DELAY=0", directory);
    }

    private static Place onH2(Backend backend, String url, @Nullable Path directory) {
        var source = new JdbcDataSource();
        source.setURL(url + ";LOCK_TIMEOUT=10000");
        source.setUser("sa");
        source.setPassword("");
        var pool = pool(source);
        return new Place(backend, pool, pool, () -> {
            try (var connection = source.getConnection();
                    var statement = connection.createStatement()) {
                pool.close();
                statement.execute("shutdown immediately");
            } catch (SQLException e) {
                throw new IllegalStateException("H2 does not shut down", e);
            } finally {
                delete(directory);
            }
        });
    }

    /** Makes a directory for files; under {@code target}, because one for temporary files may be no disk at all. */
    public static Path newDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes such a directory, if there is one. */
    public static void delete(@Nullable Path directory) {
        if (directory == null) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
