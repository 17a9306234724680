package io.archivero.jdbc;

import io.archivero.RetryPolicy;
import io.archivero.TransactionMode;
import io.archivero.spi.RetryObserver;
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

/**
 * Runs work on connections, and is the only place that ends transactions.
 *
 * <ol>
 *   <li>A connection that arrives with autocommit on has no transaction: the library begins one when there is something to
 *       write, and commits it.
 *   <li>One that arrives with autocommit off is, by the {@link TransactionMode}, either a pool's default (OWN: the library
 *       commits) or a host's open transaction (JOIN: the library sets a savepoint, and commits nothing).
 *   <li>What fails is undone to where it began. A connection that cannot even roll back is aborted, so that nobody commits
 *       half a batch by giving it back to a pool.
 *   <li>A transient failure is tried again, but only in a transaction of the library's own.
 *   <li>The connection goes back as it came.
 * </ol>
 */
final class Transactions {
    /** One of each for good: they remember what they have parsed, which costs more than many a statement. */
    private static final TemplateEngine TEMPLATES = new DefinedAttributeTemplateEngine();

    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    /** Something done with one connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Session session) throws SQLException;
    }

    private final Jdbi jdbi;
    private final Backend backend;
    private final TableNames tables;
    private final BatchStatements statements;
    private final TransactionMode mode;
    private final Retries retries;

    Transactions(Jdbi jdbi, Backend backend, TableNames tables, TransactionMode mode, RetryPolicy policy) {
        this(
                jdbi.installPlugin(new SqlObjectPlugin()), // once; again does nothing
                backend,
                tables,
                backend.statements().apply(tables::fill),
                mode,
                new Retries(policy, RetryObserver.NONE));
    }

    private Transactions(
            Jdbi jdbi,
            Backend backend,
            TableNames tables,
            BatchStatements statements,
            TransactionMode mode,
            Retries retries) {
        this.jdbi = jdbi;
        this.backend = backend;
        this.tables = tables;
        this.statements = statements;
        this.mode = mode;
        this.retries = retries;
    }

    /** Returns the same, which tells an observer of its retries. */
    Transactions observedBy(RetryObserver observer) {
        return new Transactions(jdbi, backend, tables, statements, mode, retries.observedBy(observer));
    }

    /** Returns the same over one connection of a host, whose transaction is joined. */
    Transactions using(Connection connection) {
        return new Transactions(
                Jdbi.create(connection).installPlugin(new SqlObjectPlugin()),
                backend,
                tables,
                statements,
                TransactionMode.JOIN,
                new Retries(RetryPolicy.NEVER, RetryObserver.NONE));
    }

    /**
     * Tells whose a transaction is on a connection that arrives with autocommit off, given that none runs now. To be asked of
     * those that join, which leave alone whatever a pool has begun.
     */
    TransactionMode modeOfPool() {
        return read(session -> session.arrivedWithAutocommit() ? TransactionMode.JOIN : TransactionMode.OWN);
    }

    /** Runs work that only reads. */
    <T> T read(Work<T> work) {
        return run(work, result -> false);
    }

    /** Runs work that writes; what it wrote stays only if {@code keep} says so of its result. */
    <T> T write(Work<T> work, Predicate<T> keep) {
        return run(
                session -> {
                    session.begin();
                    return work.run(session);
                },
                keep);
    }

    /**
     * Runs work that may find that there is nothing to write, and that otherwise begins the transaction itself. In a transaction
     * of the host's the savepoint comes first all the same, so that no failure spoils it.
     */
    <T> T writeAtNeed(Work<T> work, Predicate<T> keep) {
        return run(
                session -> {
                    if (!session.owns()) {
                        session.begin();
                    }
                    return work.run(session);
                },
                keep);
    }

    private <T> T run(Work<T> work, Predicate<T> keep) {
        return retries.run(() -> {
            boolean owns = true;
            try (var session = open()) {
                owns = session.owns();
                return run(session, work, keep);
            } catch (Session.CommitFailure failure) {
                throw retryable(Failures.whileCommitting(failure.reason()), failure.reason(), owns);
            } catch (Throwable failure) {
                throw retryable(Failures.beforeCommit(failure), failure, owns);
            }
        });
    }

    private static <T> T run(Session session, Work<T> work, Predicate<T> keep) throws SQLException {
        T result;
        try {
            result = work.run(session);
            session.end(keep.test(result));
        } catch (Session.CommitFailure failure) {
            session.undo(failure.reason());
            throw failure;
        } catch (Throwable failure) {
            session.undo(failure);
            throw failure;
        }
        session.restore();
        return result;
    }

    private static RuntimeException retryable(RuntimeException reported, Throwable thrown, boolean owns) {
        var failure = SqlFailure.behind(thrown);
        return owns && failure != null && SqlFailure.of(failure) == SqlFailure.TRANSIENT
                ? new Retries.TransientFailure(reported, failure)
                : reported;
    }

    /** Opens a connection; what a host's Jdbi says about the form of statements does not concern the library's own. */
    private Session open() throws SQLException {
        var handle = jdbi.open();
        try {
            var config = handle.getConfig(SqlStatements.class);
            config.setTemplateEngine(TEMPLATES);
            config.setSqlParser(PARSER);
            tables.define(config);
            return new Session(handle, backend, statements, mode);
        } catch (Throwable failure) {
            close(handle, failure);
            throw failure;
        }
    }

    private static void close(Handle handle, Throwable failure) {
        try {
            handle.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
