package io.archivero.jdbc.h2;

import io.archivero.jdbc.RowWrite;
import io.archivero.jdbc.SqlFailure;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Executes a JDBC batch and tells what became of each row. H2 executes every row even if some fail; the exceptions of those
 * that did are chained in their order.
 */
final class BatchOutcome {
    private static final String EXTERNAL_ROUTINE = "38000";

    private BatchOutcome() {}

    /**
     * Returns one report per row.
     *
     * @throws SQLException if a row failed for a reason that is not its own, such as a lock that could not be had
     */
    static List<RowWrite> execute(PreparedStatement statement) throws SQLException {
        try {
            return rows(statement.executeBatch(), null);
        } catch (BatchUpdateException failed) {
            return rows(failed.getUpdateCounts(), failed.getNextException());
        }
    }

    private static List<RowWrite> rows(int[] counts, @Nullable SQLException failure) throws SQLException {
        var writes = new ArrayList<RowWrite>(counts.length);
        for (int count : counts) {
            if (count != Statement.EXECUTE_FAILED) {
                writes.add(count == 0 ? RowWrite.OVERTAKEN : RowWrite.WRITTEN);
                continue;
            }
            if (failure == null) {
                throw new SQLException("a row failed without a reason");
            }
            writes.add(refusal(failure));
            failure = failure.getNextException();
        }
        return writes;
    }

    /** What a trigger throws is passed on as it is: only H2's own failures are sure to have a state. */
    private static RowWrite refusal(SQLException failure) throws SQLException {
        if (failure.getSQLState() == null) {
            return RowWrite.refused(EXTERNAL_ROUTINE);
        }
        if (SqlFailure.of(failure) != SqlFailure.REFUSED) {
            throw failure;
        }
        return RowWrite.refused(failure.getSQLState());
    }
}
