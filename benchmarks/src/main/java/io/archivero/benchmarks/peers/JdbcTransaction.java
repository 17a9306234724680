package io.archivero.benchmarks.peers;

import io.archivero.benchmarks.Contender.Answers;
import io.archivero.benchmarks.Place;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs work in a transaction of a place. */
final class JdbcTransaction {
    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work {
        Answers run(Connection connection) throws SQLException;
    }

    private JdbcTransaction() {}

    /** Commits what the work did, and makes it as safe as the backend promises; or rolls it back. */
    static Answers run(Place place, Work work) throws SQLException {
        try (var connection = place.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            Answers answers;
            try {
                answers = work.run(connection);
                connection.commit();
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
            place.sync(connection, answers);
            return answers;
        }
    }
}
