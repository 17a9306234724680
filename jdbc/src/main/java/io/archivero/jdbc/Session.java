package io.archivero.jdbc;

import io.archivero.Environment;
import io.archivero.TransactionMode;
import io.archivero.spi.WritePlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One connection at work, and the transaction on it. The transaction is not begun before somebody asks: what only reads, or finds
 * that there is nothing to write, costs no more than its statements.
 */
final class Session {
    private final Connections connections;
    private final Handle handle;
    private final Connection connection;
    private final Backend backend;
    private final BatchStatements statements;
    private final boolean autocommit;
    private final boolean owns;
    private boolean begun;
    private boolean hasTurn;
    private @Nullable Savepoint savepoint;
    private @Nullable DocumentDao dao;

    /** Takes a connection as it arrived. */
    Session(Connections connections, Handle handle, Backend backend, BatchStatements statements, TransactionMode mode)
            throws SQLException {
        this.connections = connections;
        this.handle = handle;
        this.connection = handle.getConnection();
        this.backend = backend;
        this.statements = statements;
        this.autocommit = connection.getAutoCommit();
        this.owns = autocommit || mode == TransactionMode.OWN;
    }

    Connection connection() {
        return connection;
    }

    BatchStatements statements() {
        return statements;
    }

    /** Returns the other statements; they are put over the connection when they are first asked for. */
    DocumentDao dao() {
        if (dao == null) {
            dao = handle.attach(backend.dao());
        }
        return dao;
    }

    /** Tells whether the connection arrived with autocommit on. */
    boolean arrivedWithAutocommit() {
        return autocommit;
    }

    /** Tells whether the library, and not the host, ends the transaction. */
    boolean owns() {
        return owns;
    }

    /** Begins the transaction, unless that has been done: in one of the host's, a savepoint marks where it began. */
    void begin() throws SQLException {
        if (begun) {
            return;
        }
        if (!owns) {
            savepoint = connection.setSavepoint();
        } else if (autocommit) {
            connection.setAutoCommit(false);
        }
        begun = true;
    }

    /** Begins a transaction that writes documents, and waits for the writers' turn, unless that has been done. */
    void beginWriting() throws SQLException {
        begin();
        if (!hasTurn) {
            statements.awaitTurn(connection, owns);
            hasTurn = true;
        }
    }

    /** Tells whether writers wait for their turn, in whose queue this one would wait too. */
    boolean writersWait() {
        return owns && statements.writersWait();
    }

    /** Tells whether so many rows may be written by a statement that is a transaction by itself. */
    boolean mayStandAlone(int rows) {
        return autocommit && !begun && !statements.needTransaction(rows);
    }

    /**
     * Writes a row by a statement that is a transaction by itself: until it is executed nothing is sent, and once it is, the row is
     * there, whatever comes after.
     */
    RowWrite writeAlone(Environment environment, WritePlan plan) throws SQLException {
        var row = statements.prepare(connection, environment, plan);
        RowWrite written;
        try {
            written = row.executeUpdate() == 0 ? RowWrite.OVERTAKEN : RowWrite.WRITTEN;
        } catch (Throwable thrown) {
            Connections.close(row, thrown);
            var failure = SqlFailure.behind(thrown);
            if (failure != null && SqlFailure.of(failure) == SqlFailure.REFUSED) {
                return RowWrite.refused(failure.getSQLState());
            }
            throw new CommitFailure(thrown);
        }
        Connections.close(row, null);
        return written;
    }

    /** Ends the transaction well: keeps what was written, or undoes it. */
    void end(boolean keep) throws SQLException {
        if (!owns) {
            endSavepoint(keep);
        } else if (begun && keep) {
            commit();
        } else {
            if (begun || !autocommit) {
                connection.rollback();
            }
            if (keep) {
                statements.settle(connection);
            }
        }
    }

    private void endSavepoint(boolean keep) throws SQLException {
        if (savepoint != null && keep) {
            connection.releaseSavepoint(savepoint);
        } else if (savepoint != null) {
            connection.rollback(savepoint);
        }
    }

    private void commit() {
        try {
            statements.commit(connection);
        } catch (Throwable failure) {
            throw new CommitFailure(failure);
        }
    }

    /**
     * Undoes what was written. Where even that fails, the connection is of no use to anybody, a host included: turning autocommit
     * back on, or committing, would keep half of something.
     */
    void undo(Throwable failure) {
        try {
            if (!owns) {
                endSavepoint(false);
            } else if (begun || !autocommit) {
                connection.rollback();
                if (autocommit) {
                    connection.setAutoCommit(true);
                }
            }
        } catch (Throwable e) {
            failure.addSuppressed(Failures.scrubbed(e));
            Connections.evict(connection, failure);
        }
    }

    /** Puts autocommit back as it was, after a transaction that ended well: that is done, whatever becomes of the connection. */
    void restore() {
        try {
            if (begun && autocommit) {
                connection.setAutoCommit(true);
            }
        } catch (Throwable e) {
            Connections.evict(connection, null);
        }
    }

    /** Gives the connection back; {@code failure} is how the work ended, if badly. */
    void close(@Nullable Throwable failure) {
        connections.giveBack(handle, failure);
    }

    /** Marks a failure that came up while committing. */
    static final class CommitFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Throwable reason;

        CommitFailure(Throwable reason) {
            super("while committing", reason, false, false);
            this.reason = reason;
        }

        Throwable reason() {
            return reason;
        }
    }
}
