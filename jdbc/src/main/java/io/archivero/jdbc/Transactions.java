package io.archivero.jdbc;

import io.archivero.RetryPolicy;
import io.archivero.TransactionMode;
import io.archivero.spi.RetryObserver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

/**
 * Runs work on connections, and is the only place that ends transactions.
 *
 * <ol>
 *   <li>A connection that arrives with autocommit on has no transaction: the library begins one when there is something to
 *       write, and commits it.
 *   <li>One that arrives with autocommit off is, by the {@link TransactionMode}, either a pool's default (OWN: the library
 *       commits) or a host's open transaction (JOIN: the library sets a savepoint, and commits nothing).
 *   <li>What fails is undone to where it began. A connection that cannot even roll back is closed for good, so that
 *       nobody commits half a batch on it.
 *   <li>A transient failure is tried again, but only in a transaction of the library's own.
 *   <li>The connection goes back as it came.
 * </ol>
 */
final class Transactions {
    /** Something done with one connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Session session) throws SQLException;
    }

    private final Connections connections;
    private final Backend backend;
    private final BatchStatements statements;
    private final TransactionMode mode;
    private final Retries retries;

    Transactions(
            Connections connections,
            Backend backend,
            BatchStatements statements,
            TransactionMode mode,
            RetryPolicy policy) {
        this(connections, backend, statements, mode, new Retries(policy, RetryObserver.NONE));
    }

    private Transactions(
            Connections connections,
            Backend backend,
            BatchStatements statements,
            TransactionMode mode,
            Retries retries) {
        this.connections = connections;
        this.backend = backend;
        this.statements = statements;
        this.mode = mode;
        this.retries = retries;
    }

    /** Returns the same, which tells an observer of its retries. */
    Transactions observedBy(RetryObserver observer) {
        return new Transactions(connections, backend, statements, mode, retries.observedBy(observer));
    }

    /** Returns the same over one connection of a host, whose transaction is joined. */
    Transactions using(Connection connection) {
        return new Transactions(
                connections.only(connection), backend, statements, TransactionMode.JOIN, RetryPolicy.NEVER);
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
        return retries.run(() -> attempt(work, keep));
    }

    private <T> T attempt(Work<T> work, Predicate<T> keep) {
        Session session;
        try {
            session = open();
        } catch (Throwable failure) {
            throw reported(failure, true);
        }
        T result;
        try {
            result = run(session, work, keep);
        } catch (Throwable failure) {
            session.close(failure instanceof Session.CommitFailure commit ? commit.reason() : failure);
            throw reported(failure, session.owns());
        }
        session.close(null);
        return result;
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

    private RuntimeException reported(Throwable thrown, boolean owns) {
        if (thrown instanceof Session.CommitFailure failure) {
            return retryable(Failures.whileCommitting(failure.reason(), statements), failure.reason(), owns);
        }
        return retryable(Failures.beforeCommit(thrown), thrown, owns);
    }

    private static RuntimeException retryable(RuntimeException reported, Throwable thrown, boolean owns) {
        var failure = SqlFailure.behind(thrown);
        return owns && failure != null && SqlFailure.of(failure) == SqlFailure.TRANSIENT
                ? new Retries.TransientFailure(reported, failure)
                : reported;
    }

    private Session open() throws SQLException {
        var handle = connections.open();
        try {
            return new Session(connections, handle, backend, statements, mode);
        } catch (Throwable failure) {
            connections.giveBack(handle, failure);
            throw failure;
        }
    }
}
