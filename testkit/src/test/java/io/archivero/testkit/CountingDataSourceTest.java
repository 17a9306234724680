package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

@DisplayName("The counting DataSource")
class CountingDataSourceTest {
    private final CountingDataSource counting = new CountingDataSource(EmbeddedPostgres.freshDatabase());

    @Test
    @DisplayName("counts a connection when it is lent and when it comes back, once")
    void connections() throws SQLException {
        var connection = counting.getConnection();
        assertEquals(1, counting.borrowed());
        assertEquals(0, counting.returned());
        connection.close();
        connection.close();
        assertEquals(1, counting.returned());
    }

    @Test
    @DisplayName("counts statements when they are prepared and when they are executed, and keeps their text")
    void statements() throws SQLException {
        try (var connection = counting.getConnection();
                var prepared = connection.prepareStatement("select 1");
                var plain = connection.createStatement()) {
            prepared.executeQuery();
            prepared.executeQuery();
            plain.execute("select 2");
        }
        assertEquals(1, counting.prepared());
        assertEquals(3, counting.executed());
        assertEquals(0, counting.batches());
        assertEquals(List.of("select 1", "select 1", "select 2"), counting.statements());
    }

    @Test
    @DisplayName("counts a JDBC batch as one execution")
    void batches() throws SQLException {
        try (var connection = counting.getConnection();
                var plain = connection.createStatement()) {
            plain.addBatch("create table t (x int)");
            plain.addBatch("insert into t values (1)");
            plain.executeBatch();
        }
        assertEquals(1, counting.executed());
        assertEquals(1, counting.batches());
    }

    @Test
    @DisplayName("counts commits and rollbacks")
    void transactions() throws SQLException {
        try (var connection = counting.getConnection()) {
            connection.setAutoCommit(false);
            connection.commit();
            connection.rollback(connection.setSavepoint());
            connection.rollback();
        }
        assertEquals(1, counting.commits());
        assertEquals(2, counting.rollbacks());
    }

    @Test
    @DisplayName("starts again from zero")
    void reset() throws SQLException {
        statements();
        counting.reset();
        assertEquals(0, counting.borrowed() + counting.returned() + counting.prepared() + counting.executed());
        assertEquals(List.of(), counting.statements());
    }

    @Test
    @DisplayName(
            "hands out connections that equal themselves, unwrap to the real ones, and are their statements' connections")
    void transparent() throws SQLException {
        try (var connection = counting.getConnection();
                var other = counting.getConnection();
                var statement = connection.createStatement()) {
            assertEquals(connection, connection);
            assertNotEquals(connection, other);
            assertEquals(connection.hashCode(), connection.hashCode());
            assertEquals(connection, statement.getConnection());
            assertTrue(connection.unwrap(PGConnection.class).getBackendPID() > 0);
        }
    }

    @Test
    @DisplayName("passes the driver's exceptions on as they are")
    void exceptions() throws SQLException {
        try (Connection connection = counting.getConnection();
                var statement = connection.createStatement()) {
            var failure = assertThrows(SQLException.class, () -> statement.execute("no sql"));
            assertEquals("42601", failure.getSQLState());
        }
        assertEquals(1, counting.executed());
    }
}
