package io.archivero.jdbc.h2;

import io.archivero.Durability;
import io.archivero.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A database that the library opens itself: H2's own pool, and one connection that keeps the database open while the pool is
 * empty. Closing it closes the database, unless somebody else in this process has it open too.
 */
final class OwnDatabase {
    private static final int MOST_CONNECTIONS = 64;
    private static final int LOGIN_TIMEOUT_SECONDS = 30;
    /** How long a writer waits for its turn before it is asked to try again. */
    private static final String LOCK_TIMEOUT = ";LOCK_TIMEOUT=10000";

    private final JdbcConnectionPool pool;
    private final Connection keeper;

    /** H2 writes what fails into a file beside the database, values included, unless it is told not to. */
    private static final String NO_TRACE = ";TRACE_LEVEL_FILE=0";

    private OwnDatabase(String url) {
        var source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("sa");
        source.setPassword("");
        try {
            keeper = source.getConnection();
        } catch (SQLException e) {
            throw unavailable(e);
        }
        pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(MOST_CONNECTIONS);
        pool.setLoginTimeout(LOGIN_TIMEOUT_SECONDS);
    }

    /**
     * Opens a database in a file. {@code async:} is the file system that an interrupt does not close; without a write delay, a
     * commit is handed to the operating system before it returns. Nothing is left to do then when the process ends, so H2 is not
     * to close the database as soon as the end begins: a host that shuts down in peace still stores what it has at hand.
     */
    static OwnDatabase inFile(Path file, Durability durability) {
        var path = file.toAbsolutePath().toString();
        if (path.indexOf(';') >= 0) {
            throw new IllegalArgumentException("file must not have a semicolon in its path");
        }
        var settings = durability == Durability.NONE ? "" : ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        return new OwnDatabase("jdbc:h2:async:" + path + settings + LOCK_TIMEOUT + NO_TRACE);
    }

    /** Opens a new database in memory, which nobody else can reach. */
    static OwnDatabase inMemory() {
        return new OwnDatabase("jdbc:h2:mem:archivero-" + UUID.randomUUID() + LOCK_TIMEOUT);
    }

    DataSource dataSource() {
        return pool;
    }

    /** Whoever was told to stop closes too, but H2 waits for locks while it closes, which a thread that is interrupted cannot. */
    void close() {
        boolean interrupted = Thread.interrupted();
        try {
            pool.dispose();
            keeper.close();
        } catch (SQLException e) {
            throw unavailable(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Opening and closing happen before and after there are documents to speak of: the driver's message repeats none. */
    private static StoreUnavailableException unavailable(SQLException failure) {
        var reason = switch (failure.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> "another process has the file open";
            case ErrorCode.WRONG_USER_OR_PASSWORD -> "it has a user or password of its own";
            case ErrorCode.FILE_CORRUPTED_1 -> "the file is damaged, or no database";
            case ErrorCode.FILE_CREATION_FAILED_1 -> "the file or its directory cannot be created";
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 -> "the file cannot be read or written";
            case ErrorCode.DATABASE_IS_READ_ONLY -> "the file is read-only";
            default -> "H2 answers with code " + failure.getErrorCode();
        };
        return new StoreUnavailableException("the database file cannot be used: " + reason, failure);
    }
}
