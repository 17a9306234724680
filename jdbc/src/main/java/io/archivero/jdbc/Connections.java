package io.archivero.jdbc;

import java.sql.Connection;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.DefinedAttributeTemplateEngine;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where connections come from, and how they go back: as they came, or not at all. What goes wrong then is not the work's failure. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    /** One of each for good: they remember what they have parsed, which costs more than many a statement. */
    private static final TemplateEngine TEMPLATES = new DefinedAttributeTemplateEngine();

    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private final Jdbi jdbi;
    private final TableNames tables;
    private final Handover handover;
    private final @Nullable Connection hosts;

    private Connections(Jdbi jdbi, TableNames tables, Handover handover, @Nullable Connection hosts) {
        // Once; again does nothing.
        this.jdbi = jdbi.installPlugin(new SqlObjectPlugin()).installPlugin(new UnfinishedHandle());
        this.tables = tables;
        this.handover = handover;
        this.hosts = hosts;
    }

    /** Those of a pool. */
    static Connections of(Jdbi jdbi, TableNames tables) {
        return new Connections(jdbi, tables, new Handover(), null);
    }

    /** The one that a host uses, and goes on using. */
    Connections only(Connection connection) {
        return new Connections(handover.jdbi, tables, handover, connection);
    }

    /** Opens a connection; what a host's Jdbi says about the form of statements does not concern the library's own. */
    Handle open() {
        UnfinishedHandle.take();
        try {
            var handle = hosts == null ? jdbi.open() : handover.open(hosts);
            var statements = handle.getConfig(SqlStatements.class);
            statements.setTemplateEngine(TEMPLATES);
            statements.setSqlParser(PARSER);
            tables.define(statements);
            return handle;
        } catch (Throwable failure) {
            var connection = UnfinishedHandle.take();
            if (hosts == null && connection != null) {
                close(connection, failure);
            }
            throw failure;
        } finally {
            UnfinishedHandle.take();
        }
    }

    /**
     * Gives a connection back. The work has ended by now, well or badly, and that is what counts.
     *
     * @param failure how it ended, if badly
     */
    void giveBack(Handle handle, @Nullable Throwable failure) {
        try {
            handle.close();
        } catch (Throwable e) {
            note("could not give a connection back", failure, e);
            if (hosts == null) {
                close(handle.getConnection(), failure);
            }
        }
    }

    /**
     * Sees to it that nobody works with a connection again, because it could not be put back to where it was: whoever commits on
     * it, or gives it back to a pool that does, would keep half of something.
     */
    static void evict(Connection connection, @Nullable Throwable failure) {
        try {
            connection.abort(Runnable::run);
        } catch (Throwable e) {
            note("could not abort a connection", failure, e);
        }
        try {
            if (!connection.isClosed()) { // some drivers do nothing when told to abort, and pools may not notice
                connection.unwrap(Connection.class).close();
            }
        } catch (Throwable e) {
            note("could not close a connection", failure, e);
        }
    }

    /**
     * Closes a connection, or a statement whose work has ended. Closing what is closed does nothing, so this is safe whatever has
     * been tried.
     *
     * @param failure how the work ended, if badly
     */
    static void close(AutoCloseable resource, @Nullable Throwable failure) {
        try {
            resource.close();
        } catch (Throwable e) {
            note("could not close a connection or a statement", failure, e);
        }
    }

    /** Keeps what went wrong while cleaning up with what went wrong before. */
    private static void note(String what, @Nullable Throwable failure, Throwable e) {
        LOG.debug("{}: {}", what, e.getClass().getName());
        if (failure != null) {
            failure.addSuppressed(Failures.scrubbed(e));
        }
    }

    /** Hands the connections of hosts to Jdbi, which remembers much about statements that would be lost with a Jdbi for each. */
    private static final class Handover implements ConnectionFactory {
        private final Jdbi jdbi = Jdbi.create(this);

        @SuppressWarnings("ThreadLocalUsage") // one for each repository, and empty but for a moment
        private final ThreadLocal<Connection> next = new ThreadLocal<>();

        Handle open(Connection connection) {
            next.set(connection);
            try {
                return jdbi.open();
            } finally {
                next.remove();
            }
        }

        @Override
        public Connection openConnection() {
            return next.get();
        }

        /** Leaves it to the host. */
        @Override
        public void closeConnection(Connection connection) {}
    }
}
