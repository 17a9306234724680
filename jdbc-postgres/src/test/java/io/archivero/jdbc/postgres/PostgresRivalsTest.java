package io.archivero.jdbc.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.DocumentRepository;
import io.archivero.RepositoryListener;
import io.archivero.testkit.EmbeddedPostgres;
import io.archivero.testkit.RivalsContract;
import io.archivero.testkit.rivals.RivalProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresRivalsTest extends RivalsContract {
    private static final List<String> LEVELS = List.of("READ_COMMITTED", "REPEATABLE_READ", "SERIALIZABLE");

    @Override
    protected Map<String, ArenaSource> arenas() {
        var arenas = new LinkedHashMap<String, ArenaSource>();
        LEVELS.forEach(level -> arenas.put(level, () -> new Database(level)));
        return arenas;
    }

    @Override
    protected Arena arenaOfProcesses() {
        return new Database(LEVELS.get(0));
    }

    /** A database of its own, over a pool whose connections have an isolation level. */
    private static final class Database implements Arena {
        private final PGSimpleDataSource database = (PGSimpleDataSource) EmbeddedPostgres.freshDatabase();
        private final HikariDataSource pool;

        Database(String level) {
            var settings = new HikariConfig();
            settings.setDataSource(database);
            settings.setTransactionIsolation("TRANSACTION_" + level);
            pool = new HikariDataSource(settings);
        }

        @Override
        public DocumentRepository open(RepositoryListener listener) {
            return PostgresDocumentRepository.builder(pool).listener(listener).build();
        }

        @Override
        public RivalProcess start(String name, int threads, int calls, long seed) throws Exception {
            // The migration has been done by then, and the URL says all that the other process has to know.
            return RivalProcess.start(PostgresRivalProcess.class, name, threads, calls, seed, url());
        }

        private String url() {
            var url = database.getURL();
            return url + (url.contains("?") ? "&" : "?") + "user=" + database.getUser()
                    + (database.getPassword() == null ? "" : "&password=" + database.getPassword());
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
