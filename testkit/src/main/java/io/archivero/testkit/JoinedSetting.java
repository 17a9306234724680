package io.archivero.testkit;

import io.archivero.DocumentRepository;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the host's. With autocommit off it has a transaction, in which the host has written something of its own before
 * the call, and which it commits after the call, whatever came of it: what it wrote must not be lost, unless its connection is.
 */
final class JoinedSetting implements FaultSetting {
    private final DocumentTable table;
    private final FailingDataSource failing;
    private final Function<Connection, DocumentRepository> joining;
    private final boolean autocommit;
    private @Nullable Connection connection;
    private @Nullable ConnectionState before;
    private long stamp = 7_000_000;
    private boolean lost;

    JoinedSetting(DataSource database, boolean autocommit, Function<Connection, DocumentRepository> joining) {
        this.table = new DocumentTable(database);
        this.failing = new FailingDataSource(database, Marked.WORD);
        this.autocommit = autocommit;
        this.joining = joining;
    }

    @Override
    public FailingDataSource failing() {
        return failing;
    }

    @Override
    public boolean owns() {
        return autocommit;
    }

    @Override
    public boolean retries() {
        return false;
    }

    @Override
    public DocumentRepository begin() throws SQLException {
        var begun = failing.getConnection();
        connection = begun;
        begun.setAutoCommit(autocommit);
        stamp++;
        try (var update = begun.prepareStatement(
                "update archivero_documents set size = ? where environment = 'live' and external_id = ?")) {
            update.setLong(1, stamp);
            update.setString(2, Marked.HOST);
            update.executeUpdate();
        }
        before = ConnectionState.of(begun);
        return joining.apply(begun);
    }

    @Override
    public List<String> end() throws SQLException {
        var ending = Objects.requireNonNull(connection, "begun");
        boolean alive = !ending.unwrap(Connection.class).isClosed();
        lost = !alive && !autocommit;
        try {
            if (alive) {
                var after = ConnectionState.of(ending);
                if (!after.equals(before)) {
                    return List.of("joined as " + before + ", the connection is " + after);
                }
                if (!autocommit) {
                    ending.commit();
                    ending.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            return List.of("the host could not go on: " + e);
        } finally {
            close(ending);
        }
        return autocommit || alive == hostRowKept() ? List.of() : List.of("of what the host wrote, kept: " + !alive);
    }

    /** Pools complain when they are given what is closed for good. */
    private void close(Connection ending) throws SQLException {
        try {
            ending.close();
        } catch (SQLException e) {
            if (!lost && !autocommit) {
                throw e;
            }
        }
    }

    @Override
    public boolean lost() {
        return lost;
    }

    /** Each connection was closed as its call ended. */
    @Override
    public void close() {}

    private boolean hostRowKept() {
        return table.rows().stream().anyMatch(row -> row.startsWith("live|") && row.contains("|" + stamp + "|"));
    }
}
