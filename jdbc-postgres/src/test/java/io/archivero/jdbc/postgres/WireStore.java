package io.archivero.jdbc.postgres;

import io.archivero.Document;
import io.archivero.Environment;
import io.archivero.testkit.EmbeddedPostgres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The database behind a wire that is cut, reached past it. */
final class WireStore implements AutoCloseable {
    /** What sessions over the wire are called. */
    static final String SESSION = "wire";

    private static final String ROWS = """
            select external_id, version, fields, status, filename
            from archivero_documents
            order by external_id collate "C"
            """;
    private static final String SESSIONS = "select state, query from pg_stat_activity"
            + " where datname = current_database() and application_name = '" + SESSION + "'";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataSource database = EmbeddedPostgres.freshDatabase();
    private final SingleConnectionDataSource connection;
    private final PostgresDocumentRepository repository;

    /** Opens it, with a rule of the host's on the table. */
    WireStore() throws SQLException {
        connection = new SingleConnectionDataSource(database.getConnection(), true);
        repository = PostgresDocumentRepository.create(connection);
        execute("alter table archivero_documents add constraint host_rule check (type <> '" + WireOperations.FORBIDDEN
                + "')");
    }

    DataSource database() {
        return database;
    }

    /** Puts back what is stored before each operation. */
    void reset() throws SQLException {
        execute("delete from archivero_documents");
        repository.batchUpsertByExternalId(Environment.LIVE, WireOperations.STORED);
    }

    @Nullable Document known() {
        return repository.findByExternalId(Environment.LIVE, "k0").orElse(null);
    }

    /** Returns what is there, in the words that do not differ from one time to the next. */
    List<String> rows() throws SQLException {
        return query(ROWS);
    }

    /** Waits until the server has ended every session over the wire, with whatever it was doing. */
    void awaitEndOfSessions() throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!query(SESSIONS).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("a session does not end: " + query(SESSIONS));
            }
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (var statement = connection.getConnection().createStatement();
                var row = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (row.next()) {
                rows.add(text(row));
            }
            return rows;
        }
    }

    private static String text(ResultSet row) throws SQLException {
        var text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            text.append(row.getString(i)).append('|');
        }
        return text.toString();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.getConnection().createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
