package io.archivero.jdbc;

import io.archivero.Environment;
import io.archivero.spi.WritePlan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How planned rows are sent to the database: what happens when it refuses one of them. */
enum RowWriter {
    /** All at once: if the database refuses a row, the whole statement fails, and the transaction with it. */
    STRAIGHT {
        @Override
        List<RowWrite> write(DocumentDao dao, Environment environment, List<WritePlan> plans) throws SQLException {
            return dao.write(environment, plans);
        }
    },

    /**
     * All at once, inside a savepoint: if the database refuses a row, the halves are tried, each inside a savepoint, until the
     * refused rows stand alone. A clean batch costs one savepoint; each refused row about 2 log n statements more.
     */
    HALVING {
        @Override
        List<RowWrite> write(DocumentDao dao, Environment environment, List<WritePlan> plans) throws SQLException {
            try {
                return Transactions.inSavepoint(dao, same -> same.write(environment, plans), writes -> true);
            } catch (SQLException | RuntimeException thrown) {
                var failure = SqlFailure.behind(thrown);
                if (failure == null || SqlFailure.of(failure) != SqlFailure.REFUSED) {
                    throw thrown;
                }
                if (plans.size() == 1) {
                    return List.of(RowWrite.refused(failure.getSQLState()));
                }
            }
            int middle = plans.size() / 2;
            var writes = new ArrayList<>(write(dao, environment, plans.subList(0, middle)));
            writes.addAll(write(dao, environment, plans.subList(middle, plans.size())));
            return writes;
        }
    };

    /** Writes rows in their order, and reports on each. */
    abstract List<RowWrite> write(DocumentDao dao, Environment environment, List<WritePlan> plans) throws SQLException;
}
