package io.archivero.jdbc.postgres;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A role that may log in, and nothing else until it is granted; gone again when it is closed, with what it owns and was granted. */
final class Role implements AutoCloseable {
    private final DataSource superuser;
    private final String name = "role_" + UUID.randomUUID().toString().replace('-', '_');

    Role(DataSource superuser) {
        this.superuser = superuser;
        execute("create role " + name + " login password 'secret'");
    }

    String name() {
        return name;
    }

    /** Grants rights, each such as {@code select on a_table}. */
    void grant(String... rights) {
        for (var right : rights) {
            execute("grant " + right + " to " + name);
        }
    }

    void revoke(String right) {
        execute("revoke " + right + " from " + name);
    }

    /** Returns the same database for this role. */
    DataSource dataSource() {
        try {
            var original = superuser.unwrap(PGSimpleDataSource.class);
            var own = new PGSimpleDataSource();
            own.setURL(original.getURL());
            own.setUser(name);
            own.setPassword("secret");
            return own;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        execute("drop owned by " + name);
        execute("drop role " + name);
    }
}
