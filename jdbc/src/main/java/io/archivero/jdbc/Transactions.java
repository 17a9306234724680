package io.archivero.jdbc;

import io.archivero.RetryPolicy;
import io.archivero.TransactionMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.DefinedAttributeTemplateEngine;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work on connections, and is the only place that begins and ends transactions.
 *
 * <ol>
 *   <li>A connection that arrives with autocommit on has no transaction: the library begins one, and commits it.
 *   <li>One that arrives with autocommit off is, by the {@link TransactionMode}, either a pool's default (OWN: the library
 *       commits) or a host's open transaction (JOIN: the library sets a savepoint, and commits nothing).
 *   <li>What fails is undone to where it began. A connection that cannot even roll back is aborted, so that nobody commits
 *       half a batch by giving it back to a pool.
 *   <li>A transient failure is tried again, but only in a transaction of the library's own.
 *   <li>The connection goes back as it came.
 * </ol>
 */
final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    /** One of each for good: they remember what they have parsed, which costs more than many a statement. */
    private static final TemplateEngine TEMPLATES = new DefinedAttributeTemplateEngine();

    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    /** Something done with the statements of one connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(DocumentDao dao) throws SQLException;
    }

    private final Jdbi jdbi;
    private final Backend backend;
    private final TableNames tables;
    private final TransactionMode mode;
    private final Retries retries;

    Transactions(Jdbi jdbi, Backend backend, TableNames tables, TransactionMode mode, RetryPolicy policy) {
        this.jdbi = jdbi.installPlugin(new SqlObjectPlugin()); // once; again does nothing
        this.backend = backend;
        this.tables = tables;
        this.mode = mode;
        this.retries = new Retries(policy);
    }

    /** Returns the same over one connection of a host, whose transaction is joined. */
    Transactions using(Connection connection) {
        return new Transactions(Jdbi.create(connection), backend, tables, TransactionMode.JOIN, RetryPolicy.NEVER);
    }

    /** Tells whose a transaction is on a connection that arrives with autocommit off, given that none runs now. */
    TransactionMode modeOfPool() {
        return run((dao, autocommit, owns) -> autocommit ? TransactionMode.JOIN : TransactionMode.OWN);
    }

    /** Runs work that only reads. */
    <T> T read(Work<T> work) {
        return run((dao, autocommit, owns) -> autocommit || !owns
                ? work.run(dao) // a statement of its own, or part of the host's transaction
                : owned(dao, false, work, result -> false));
    }

    /** Runs work that writes; what it wrote stays only if {@code keep} says so of its result. */
    <T> T write(Work<T> work, Predicate<T> keep) {
        return run((dao, autocommit, owns) -> owns ? owned(dao, autocommit, work, keep) : inSavepoint(dao, work, keep));
    }

    /** Runs work inside a savepoint of the current transaction: undoing it undoes nothing else. */
    static <T> T inSavepoint(DocumentDao dao, Work<T> work, Predicate<T> keep) throws SQLException {
        var connection = dao.getHandle().getConnection();
        var savepoint = connection.setSavepoint();
        T result;
        try {
            result = work.run(dao);
        } catch (Throwable failure) {
            try {
                connection.rollback(savepoint);
            } catch (SQLException | RuntimeException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
        if (keep.test(result)) {
            connection.releaseSavepoint(savepoint);
        } else {
            connection.rollback(savepoint);
        }
        return result;
    }

    private <T> T owned(DocumentDao dao, boolean autocommit, Work<T> work, Predicate<T> keep) throws SQLException {
        var connection = dao.getHandle().getConnection();
        T result;
        boolean kept;
        try {
            if (autocommit) {
                connection.setAutoCommit(false);
            }
            result = work.run(dao);
            kept = keep.test(result);
            if (!kept) {
                connection.rollback();
            }
        } catch (Throwable failure) {
            undo(connection, autocommit, failure);
            throw failure;
        }
        if (kept) {
            commit(dao, connection, autocommit);
        }
        restore(connection, autocommit);
        return result;
    }

    private void commit(DocumentDao dao, Connection connection, boolean autocommit) {
        try {
            connection.commit();
            backend.afterCommit().run(dao);
        } catch (Throwable failure) {
            undo(connection, autocommit, failure);
            throw new CommitFailure(failure);
        }
    }

    /** Rolls back, or else aborts the connection: turning autocommit back on would commit what is still pending. */
    private static void undo(Connection connection, boolean autocommit, Throwable failure) {
        try {
            connection.rollback();
            if (autocommit) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException | RuntimeException e) {
            failure.addSuppressed(e);
            try {
                connection.abort(Runnable::run);
            } catch (SQLException | RuntimeException again) {
                failure.addSuppressed(again);
            }
        }
    }

    private static void restore(Connection connection, boolean autocommit) {
        try {
            if (autocommit) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException | RuntimeException e) {
            // The work is done and stays done; the pool will find out about the connection by itself.
            LOG.debug("could not turn autocommit back on after a transaction that ended well");
        }
    }

    private <T> T run(OnConnection<T> work) {
        return retries.run(() -> {
            boolean owns = true;
            try (var connection = new Borrowed(open())) {
                boolean autocommit = connection.handle.getConnection().getAutoCommit();
                owns = autocommit || mode == TransactionMode.OWN;
                return work.run(connection.handle.attach(backend.dao()), autocommit, owns);
            } catch (CommitFailure failure) {
                throw retryable(Failures.whileCommitting(failure.reason), failure.reason, owns);
            } catch (Throwable failure) {
                throw retryable(Failures.beforeCommit(failure), failure, owns);
            }
        });
    }

    private static RuntimeException retryable(RuntimeException reported, Throwable thrown, boolean owns) {
        var failure = SqlFailure.behind(thrown);
        return owns && failure != null && SqlFailure.of(failure) == SqlFailure.TRANSIENT
                ? new Retries.TransientFailure(reported)
                : reported;
    }

    /** Opens a connection; what a host's Jdbi says about the form of statements does not concern the library's own. */
    private Handle open() {
        var handle = jdbi.open();
        var statements = handle.getConfig(SqlStatements.class);
        statements.setTemplateEngine(TEMPLATES);
        statements.setSqlParser(PARSER);
        tables.define(statements);
        return handle;
    }

    /** What is done with one connection, given how it arrived and whether the library owns the transaction on it. */
    @FunctionalInterface
    private interface OnConnection<T> {
        T run(DocumentDao dao, boolean autocommit, boolean owns) throws SQLException;
    }

    /** A connection that is given back without a word: the work has ended by then, well or badly, and that is what counts. */
    private record Borrowed(Handle handle) implements AutoCloseable {
        @Override
        public void close() {
            try {
                handle.close();
            } catch (RuntimeException e) {
                LOG.debug("could not give a connection back: {}", e.getClass().getName());
            }
        }
    }

    /** Marks a failure that came up while committing. */
    private static final class CommitFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Throwable reason;

        CommitFailure(Throwable reason) {
            super("while committing", reason, false, false);
            this.reason = reason;
        }
    }
}
