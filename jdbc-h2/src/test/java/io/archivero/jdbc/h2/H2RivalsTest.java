package io.archivero.jdbc.h2;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.DocumentRepository;
import io.archivero.Durability;
import io.archivero.RepositoryListener;
import io.archivero.testkit.RivalsContract;
import io.archivero.testkit.rivals.RivalProcess;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.tools.Server;
import org.junit.jupiter.api.io.TempDir;

class H2RivalsTest extends RivalsContract {
    private static final List<String> LEVELS = List.of("READ_COMMITTED", "REPEATABLE_READ", "SNAPSHOT", "SERIALIZABLE");

    @TempDir
    Path directory;

    @Override
    protected Map<String, ArenaSource> arenas() {
        var arenas = new LinkedHashMap<String, ArenaSource>();
        for (var level : LEVELS) {
            arenas.put("memory " + level, () -> new Pool(memory(), level));
        }
        arenas.put("file READ_COMMITTED", () -> new Pool(file("plain"), LEVELS.get(0)));
        arenas.put("file POWER_LOSS", Own::new);
        return arenas;
    }

    @Override
    protected Arena arenaOfProcesses() throws Exception {
        return new Served(Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
                .start());
    }

    private static String memory() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    private String file(String name) {
        return "jdbc:h2:async:" + directory.resolve(name) + ";WRITE_DELAY=0";
    }

    /** A pool whose connections have an isolation level. */
    private record Pool(HikariDataSource pool) implements Arena {
        Pool(String url, String level) {
            this(new HikariDataSource(settings(url, level)));
        }

        private static HikariConfig settings(String url, String level) {
            var settings = new HikariConfig();
            settings.setJdbcUrl(url);
            settings.setUsername("sa");
            settings.setConnectionInitSql(
                    "set session characteristics as transaction isolation level " + level.replace('_', ' '));
            return settings;
        }

        @Override
        public DocumentRepository open(RepositoryListener listener) {
            return H2DocumentRepository.builder(pool).listener(listener).build();
        }

        @Override
        public RivalProcess start(String name, int threads, int calls, long seed) {
            throw new UnsupportedOperationException("no other process reaches it");
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    /** A file that the library opens itself. */
    private final class Own implements Arena {
        private H2DocumentRepository repository;

        @Override
        public DocumentRepository open(RepositoryListener listener) {
            repository = H2DocumentRepository.builder(directory.resolve("own"))
                    .listener(listener)
                    .build();
            return repository;
        }

        @Override
        public RivalProcess start(String name, int threads, int calls, long seed) {
            throw new UnsupportedOperationException("no other process reaches it");
        }

        @Override
        public void close() {
            repository.close();
        }
    }

    /** A file that this process serves to others, and works on as well. */
    private static final class Served implements Arena {
        private final Server server;
        private final String url;
        private final Pool own;

        Served(Server server) {
            this.server = server;
            this.url =
                    "jdbc:h2:tcp://localhost:" + server.getPort() + "/./async:served;WRITE_DELAY=0;LOCK_TIMEOUT=10000";
            this.own = new Pool(url, LEVELS.get(0));
        }

        @Override
        public DocumentRepository open(RepositoryListener listener) {
            return H2DocumentRepository.builder(own.pool())
                    .durability(Durability.PROCESS_CRASH)
                    .listener(listener)
                    .build();
        }

        @Override
        public RivalProcess start(String name, int threads, int calls, long seed) throws Exception {
            return RivalProcess.start(H2RivalProcess.class, name, threads, calls, seed, url);
        }

        @Override
        public void close() {
            own.close();
            server.stop();
        }
    }
}
