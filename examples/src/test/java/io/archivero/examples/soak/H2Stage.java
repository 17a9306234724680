package io.archivero.examples.soak;

import io.archivero.RepositoryListener;
import io.archivero.jdbc.h2.H2DocumentRepository;
import io.archivero.spi.StoredDocumentRepository;
import io.archivero.testkit.rivals.Tally;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A file of H2. */
final class H2Stage extends TroubledStage {
    private final Path directory;

    H2Stage(Path directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "H2 file";
    }

    /** A connection at each call: in a pool, one that was closed under whoever used it would go round and round. */
    @Override
    Place place(int round, Tally tally) throws SQLException {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:async:" + directory.resolve("soak-" + round) + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000");
        database.setUser("sa");
        return new File(database, database.getConnection());
    }

    @Override
    StoredDocumentRepository open(DataSource dataSource, RepositoryListener listener) {
        return H2DocumentRepository.builder(dataSource).listener(listener).build();
    }

    /** A file that stays open while nobody works on it. */
    private record File(JdbcDataSource pool, Connection keeper) implements Place {
        @Override
        public DataSource quiet() {
            return pool;
        }

        @Override
        public void close() throws SQLException {
            keeper.close();
        }
    }
}
