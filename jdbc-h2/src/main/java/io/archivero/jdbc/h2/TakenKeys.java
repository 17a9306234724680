package io.archivero.jdbc.h2;

import io.archivero.Environment;
import io.archivero.jdbc.RowWrite;
import io.archivero.spi.WritePlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells apart the two reasons for which H2 refuses to insert a row as a duplicate: somebody who does not take turns has
 * inserted its key since it was read, which only means that the row was overtaken; or it breaks a unique constraint that the
 * host added, which is a refusal.
 */
final class TakenKeys {
    private static final String DUPLICATE = "23505";

    private final H2Statements statements;
    private final Connection connection;
    private final Environment environment;

    TakenKeys(H2Statements statements, Connection connection, Environment environment) {
        this.statements = statements;
        this.connection = connection;
        this.environment = environment;
    }

    /** Returns the reports with every row that was overtaken marked as such. */
    List<RowWrite> tellApart(List<WritePlan> inserts, List<RowWrite> writes) throws SQLException {
        var keys = new ArrayList<String>();
        for (int i = 0; i < inserts.size(); i++) {
            if (isDuplicate(writes.get(i))) {
                keys.add(inserts.get(i).row().externalId());
            }
        }
        if (keys.isEmpty()) {
            return writes;
        }
        requireCurrentView();
        var taken = statements.find(connection, environment, keys).keySet();
        var told = new ArrayList<>(writes);
        for (int i = 0; i < inserts.size(); i++) {
            if (taken.contains(inserts.get(i).row().externalId())) {
                told.set(i, RowWrite.OVERTAKEN);
            }
        }
        return told;
    }

    private static boolean isDuplicate(RowWrite write) {
        return write.status() == RowWrite.Status.REFUSED && DUPLICATE.equals(write.sqlState());
    }

    /** A transaction that sees an old snapshot cannot tell: a rival's key is hidden from it. It has to begin again. */
    private void requireCurrentView() throws SQLException {
        int isolation = connection.getTransactionIsolation();
        if (isolation != Connection.TRANSACTION_READ_COMMITTED
                && isolation != Connection.TRANSACTION_READ_UNCOMMITTED) {
            throw new SQLTransactionRollbackException("a key is taken, or a constraint is broken", "40001");
        }
    }
}
