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
        var wire = WireProxy.to(database);
        var settings = new HikariConfig();
        settings.setDataSource(wire.dataSource());
        return new Wired(wire, new HikariDataSource(settings), database, new WireTrouble(tally, round));
    }

    @Override
    StoredDocumentRepository open(DataSource dataSource, RepositoryListener listener) {
        return PostgresDocumentRepository.builder(dataSource).listener(listener).build();
    }

    private record Wired(WireProxy wire, HikariDataSource pool, DataSource quiet, WireTrouble trouble)
            implements Place {
        @Override
        public void disturb() {
            wire.onMessage(trouble);
        }

        @Override
        public void close() {
            pool.close();
            wire.close();
        }
    }
}
