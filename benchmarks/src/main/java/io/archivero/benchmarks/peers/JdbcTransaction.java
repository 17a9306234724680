package io.archivero.benchmarks.peers;

import io.archivero.benchmarks.Contender.Answers;
import io.archivero.benchmarks.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/** Runs work in a transaction of a place. */
final class JdbcTransaction {
    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work {
        Answers run(Connection connection) throws SQLException;
    }

    private JdbcTransaction() {}

    /** What is done on a connection that is known already. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException;
    }

    /** Commits what the work did, and makes it as safe as the backend promises; or rolls it back. */
    static Answers run(Place place, Work work) throws SQLException {
        try (var connection = place.dataSource().getConnection()) {
            var answers = new ArrayList<Answers>(1);
            run(connection, () -> answers.add(work.run(connection)));
            place.sync(connection, answers.get(0));
            return answers.get(0);
        }
    }

    /** Commits what the step did, or rolls it back. */
    static void run(Connection connection, Step step) throws SQLException {
        connection.setAutoCommit(false);
        try {
            step.run();
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
