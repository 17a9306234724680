package io.archivero.examples.soak;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A host that misses its connections: what a thread has left open, because closing it was made to fail, is closed when it asks for the
 * next. Otherwise the first such failure would keep its locks for good.
 */
final class Reclaiming extends DelegatingDataSource {
    private final ThreadLocal<Connection> last = new ThreadLocal<>();

    Reclaiming(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var before = last.get();
        if (before != null) {
            before.close();
        }
        var connection = super.getConnection();
        last.set(connection);
        return connection;
    }
}
