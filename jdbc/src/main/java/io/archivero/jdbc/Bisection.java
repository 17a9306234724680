package io.archivero.jdbc;

import io.archivero.Environment;
import io.archivero.spi.WritePlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows that the database takes, and finds out which ones it refuses, after it has refused a row of them all: the halves
 * are tried, then the halves of a half that was refused, until the refused rows stand alone.
 *
 * <ol>
 *   <li>A savepoint stands wherever something has been written; what is refused is undone up to the last one.
 *   <li>Where rows were refused together and the first half of them is taken, the second half is not worth trying as a whole.
 *   <li>A row is answered as refused only when it was refused alone.
 * </ol>
 */
final class Bisection {
    private final BatchStatements statements;
    private final Connection connection;
    private final Environment environment;
    private final List<RowWrite> writes = new ArrayList<>();
    /** Where to go back to; null if something was written since the last one. They end with the transaction. */
    private @Nullable Savepoint savepoint;

    private Bisection(Session session, Environment environment) {
        this.statements = session.statements();
        this.connection = session.connection();
        this.environment = environment;
    }

    /** Writes rows in their order, and reports on each. All of them at once have been refused already. */
    static List<RowWrite> write(Session session, Environment environment, List<WritePlan> plans) throws SQLException {
        var bisection = new Bisection(session, environment);
        int middle = plans.size() / 2;
        if (middle > 0) {
            bisection.write(plans.subList(0, middle));
        }
        bisection.write(plans.subList(middle, plans.size()));
        return bisection.writes;
    }

    private void write(List<WritePlan> plans) throws SQLException {
        if (!taken(plans)) {
            narrow(plans);
        }
    }

    /** Goes on with rows of which one or more are refused, and of which none is written. */
    private void narrow(List<WritePlan> plans) throws SQLException {
        if (plans.size() == 1) {
            return; // it stood alone, and was reported
        }
        int middle = plans.size() / 2;
        var left = plans.subList(0, middle);
        var right = plans.subList(middle, plans.size());
        if (!taken(left)) {
            narrow(left);
            write(right);
        } else if (right.size() == 1) {
            write(right);
        } else {
            narrow(right);
        }
    }

    /** Tries rows, and reports on them, unless they were refused together: then nothing of them is written. */
    private boolean taken(List<WritePlan> plans) throws SQLException {
        if (savepoint == null) {
            savepoint = connection.setSavepoint();
        }
        try {
            writes.addAll(statements.write(connection, environment, plans));
            savepoint = null;
            return true;
        } catch (SQLException | RuntimeException thrown) {
            var failure = SqlFailure.behind(thrown);
            if (failure == null || SqlFailure.of(failure) != SqlFailure.REFUSED) {
                throw thrown;
            }
            try {
                connection.rollback(savepoint);
            } catch (SQLException | RuntimeException e) {
                thrown.addSuppressed(Failures.scrubbed(e));
                throw thrown;
            }
            if (plans.size() == 1) {
                writes.add(RowWrite.refused(String.valueOf(failure.getSQLState())));
            }
            return false;
        }
    }
}
