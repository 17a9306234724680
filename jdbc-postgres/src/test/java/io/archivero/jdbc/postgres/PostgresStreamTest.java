package io.archivero.jdbc.postgres;

import io.archivero.testkit.EmbeddedPostgres;
import io.archivero.testkit.SmallHeapContract;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresStreamTest extends SmallHeapContract {
    /** Takes the URL, the user, and a password that may be empty. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) {
            var database = new PGSimpleDataSource();
            database.setURL(arguments[0]);
            database.setUser(arguments[1]);
            database.setPassword(arguments[2]);
            try (var repository = PostgresDocumentRepository.create(database)) {
                read(repository);
            }
        }
    }

    @Override
    protected List<String> fill(int size) throws SQLException {
        var database = EmbeddedPostgres.freshDatabase();
        PostgresDocumentRepository.create(database).close();
        PostgresLargeStore.fill(Jdbi.create(database), "live", size);
        var server = database.unwrap(PGSimpleDataSource.class);
        return List.of(
                server.getURL(),
                Objects.requireNonNullElse(server.getUser(), ""),
                Objects.requireNonNullElse(server.getPassword(), ""));
    }

    @Override
    protected Class<?> reader() {
        return Reader.class;
    }
}
