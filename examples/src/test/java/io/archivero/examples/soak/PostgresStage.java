package io.archivero.examples.soak;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.RepositoryListener;
import io.archivero.jdbc.postgres.PostgresDocumentRepository;
import io.archivero.spi.StoredDocumentRepository;
import io.archivero.testkit.EmbeddedPostgres;
import io.archivero.testkit.WireProxy;
import io.archivero.testkit.rivals.Tally;
import javax.sql.DataSource;

/** PostgreSQL, at the other end of wires that are cut at any moment. */
final class PostgresStage extends TroubledStage {
    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    Place place(int round, Tally tally) {
        var database = EmbeddedPostgres.freshDatabase();
        open(database, RepositoryListener.NONE).close(); // the tables are made before the first wire is cut
        var wire = WireProxy.to(database);
        wire.onMessage(new WireTrouble(tally, round));
        var settings = new HikariConfig();
        settings.setDataSource(wire.dataSource());
        settings.setInitializationFailTimeout(-1); // its first wire may be cut as well
        return new Wired(wire, new HikariDataSource(settings), database);
    }

    @Override
    StoredDocumentRepository open(DataSource dataSource, RepositoryListener listener) {
        return PostgresDocumentRepository.builder(dataSource).listener(listener).build();
    }

    private record Wired(WireProxy wire, HikariDataSource pool, DataSource quiet) implements Place {
        @Override
        public void close() {
            pool.close();
            wire.close();
        }
    }
}
