package io.archivero.jdbc.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import io.archivero.testkit.CrashChild;
import io.archivero.testkit.CrashScript;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever dies, the caller or the server, nothing that had returned is lost, and there is no half batch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresCrashTest {
    private static final int ROUNDS = Integer.getInteger("archivero.crash.rounds", 2);
    private static final int MOST_STEPS = 60;
    private static final int LONGEST_MICROS = 4_000;
    private static final List<String> LANES = List.of("a", "b", "c");

    private final Random random = new Random(20_261_126);
    private final Map<String, Integer> steps = new TreeMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(LANES.size());
    private final MortalServer server;

    PostgresCrashTest() throws IOException {
        server = new MortalServer(Path.of(
                        "target",
                        "embedded-postgres",
                        "mortal-" + ProcessHandle.current().pid())
                .toAbsolutePath());
    }

    /** What kills somebody. */
    private interface Killer {
        void kill() throws Exception;
    }

    @BeforeEach
    void start() {
        LANES.forEach(lane -> steps.put(lane, 0));
        PostgresDocumentRepository.create(server.database()).deleteAllByClientId(Environment.LIVE, CrashScript.CLIENT);
    }

    @AfterAll
    void stop() throws IOException {
        threads.shutdownNow();
        server.close();
    }

    @Test
    @DisplayName("the caller's process, killed at a random moment")
    void caller() throws Exception {
        var direct = PostgresDocumentRepository.create(server.database());
        for (int round = 0; round < ROUNDS; round++) {
            var returned = CrashChild.kill(CrashingWriter.class, List.of(server.url()), steps, random);
            awaitEndOfSessions();
            returned.forEach((lane, step) -> steps.put(lane, new CrashScript(direct, lane).judge(step)));
        }
        report("caller");
    }

    @Test
    @DisplayName("a process of the server that works for a client: the server recovers, and so does the pool")
    void backend() throws Exception {
        rounds(() -> MortalServer.kill(anySession()));
        report("process of the server");
    }

    @Test
    @DisplayName("the whole server: started again over its files, it goes on")
    void wholeServer() throws Exception {
        rounds(server::killAndRestart);
        report("whole server");
    }

    private void rounds(Killer killer) throws Exception {
        var settings = new HikariConfig();
        settings.setDataSource(server.database());
        settings.setMaximumPoolSize(LANES.size());
        settings.setConnectionTimeout(2_000);
        try (var pool = new HikariDataSource(settings)) {
            var repository = PostgresDocumentRepository.create(pool);
            for (int round = 0; round < ROUNDS; round++) {
                round(repository, killer);
            }
        }
    }

    private void round(PostgresDocumentRepository repository, Killer killer) throws Exception {
        var returned = new ConcurrentHashMap<>(steps);
        var done = new Semaphore(0);
        var told = new TreeMap<String, Future<RuntimeException>>();
        for (var lane : LANES) {
            told.put(lane, threads.submit(() -> work(new CrashScript(repository, lane), lane, returned, done)));
        }
        assertTrue(done.tryAcquire(1 + random.nextInt(MOST_STEPS), 60, TimeUnit.SECONDS));
        done.tryAcquire(Integer.MAX_VALUE / 2, random.nextInt(LONGEST_MICROS), TimeUnit.MICROSECONDS);
        killer.kill();
        for (var lane : LANES) {
            var failure = told.get(lane).get(60, TimeUnit.SECONDS);
            int there = settled(repository, lane, returned.get(lane));
            if (failure instanceof StoreUnavailableException) {
                assertEquals(returned.get(lane), there, () -> "it was said that nothing was written: " + failure);
            } else {
                assertTrue(failure instanceof UnknownOutcomeException, failure::toString);
            }
            steps.put(lane, there);
        }
    }

    /** Works until something fails, and returns what. */
    private static RuntimeException work(
            CrashScript script, String lane, Map<String, Integer> returned, Semaphore done) {
        try {
            for (int step = returned.get(lane); ; step++) {
                script.step(step);
                returned.put(lane, step + 1);
                done.release();
            }
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    /** Asks until the server answers, and judges what is there. */
    private static int settled(PostgresDocumentRepository repository, String lane, int returned) {
        while (true) {
            try {
                repository.count(Environment.LIVE, DocumentQuery.all());
                return new CrashScript(repository, lane).judge(returned);
            } catch (StoreUnavailableException recovering) {
                Thread.onSpinWait();
            }
        }
    }

    private long anySession() throws SQLException {
        var sessions = new ArrayList<Long>();
        try (var connection = server.database().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pid from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid() order by pid")) {
            while (row.next()) {
                sessions.add(row.getLong(1));
            }
        }
        return sessions.get(random.nextInt(sessions.size()));
    }

    /** What the dead caller had sent is still worked off. */
    private void awaitEndOfSessions() throws SQLException {
        try (var connection = server.database().getConnection();
                var statement = connection.createStatement()) {
            for (boolean working = true; working; ) {
                try (var row = statement.executeQuery("select 1 from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()")) {
                    working = row.next();
                }
            }
        }
    }

    private void report(String victim) {
        System.out.printf("PostgreSQL: %s killed %d times, after %s steps%n", victim, ROUNDS, steps);
    }
}
