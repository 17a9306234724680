package io.archivero.testkit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that runs anyway. What was made there is dropped when the JVM ends. */
final class RunningPostgres implements PostgresServer {
    private final String url;
    private final List<String> schemas = new ArrayList<>();

    RunningPostgres(String url) {
        this.url = url;
        Runtime.getRuntime().addShutdownHook(new Thread(this::dropSchemas, "archivero-testkit-drop-schemas"));
    }

    @Override
    public synchronized DataSource freshDatabase() throws SQLException {
        var schema = "archivero_" + UUID.randomUUID().toString().replace('-', '_');
        try (var connection = dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        }
        schemas.add(schema);
        var dataSource = dataSource();
        dataSource.setCurrentSchema(schema);
        return dataSource;
    }

    private PGSimpleDataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        return dataSource;
    }

    private synchronized void dropSchemas() {
        try (var connection = dataSource().getConnection();
                var statement = connection.createStatement()) {
            for (var schema : schemas) {
                statement.execute("drop schema " + schema + " cascade");
            }
        } catch (SQLException e) {
            System.err.println("The test schemas " + schemas + " could not be dropped: " + e.getMessage());
        }
    }
}
