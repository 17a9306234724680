package io.archivero.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import javax.sql.DataSource;

/** A DataSource that refuses some connections, by thread, for a reason that goes away: as a database does whose rivals were faster. */
final class StumblingDataSource extends DelegatingDataSource {
    static final String SQL_STATE = "40001";
    static final String MESSAGE = "GEHEIMNIS";

    private final ThreadLocal<Integer> refusals = ThreadLocal.withInitial(() -> 0);
    private volatile boolean away;

    StumblingDataSource(DataSource dataSource) {
        super(dataSource);
    }

    /** Refuses the next so many connections that this thread asks for. */
    void refuse(int connections) {
        refusals.set(connections);
    }

    /** From now on there is no database any more. */
    void goAway() {
        away = true;
    }

    @Override
    Connection changed(Connection connection) throws SQLException {
        if (away) {
            connection.close();
            throw new SQLNonTransientConnectionException(MESSAGE, "08006");
        }
        int left = refusals.get();
        if (left > 0) {
            refusals.set(left - 1);
            connection.close();
            throw new SQLTransactionRollbackException(MESSAGE, SQL_STATE);
        }
        return connection;
    }
}
