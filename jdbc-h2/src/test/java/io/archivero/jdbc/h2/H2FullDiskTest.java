package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentStoreException;
import io.archivero.Durability;
import io.archivero.Environment;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import io.archivero.testkit.CrashScript;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more while several threads work: each of them hears of it, and none waits for another for ever. */
class H2FullDiskTest {
    private static final int PATIENCE_SECONDS = 30;
    private static final int ROUNDS = Integer.getInteger("archivero.crash.rounds", 5);

    @TempDir
    Path directory;

    private final Random random = new Random(20_261_126);

    /** A caller's thread; one that hangs does not keep the process of the tests alive. */
    private record Caller<T>(Thread thread, FutureTask<T> call) {
        static <T> Caller<T> of(Callable<T> work) {
            var call = new FutureTask<>(work);
            var thread = new Thread(call, "caller");
            thread.setDaemon(true);
            return new Caller<>(thread, call);
        }

        void start() {
            thread.start();
        }

        Throwable failure() {
            return assertThrows(ExecutionException.class, () -> call.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .getCause();
        }

        /** H2 is asked to write what is not yet in the file, and somebody else is at it. */
        void awaitStore() {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!waitsForStore()) {
                assertTrue(System.nanoTime() < deadline, "does not wait for the store");
                Thread.onSpinWait();
            }
        }

        private boolean waitsForStore() {
            return thread.getState() == Thread.State.WAITING
                    && Arrays.stream(thread.getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals("org.h2.mvstore.MVStore")
                                    && frame.getMethodName().equals("commit"));
        }
    }

    @Test
    @DisplayName(
            "Who forces a file that another closes meanwhile, because the disk refused him, is not told that it is there")
    void closedMeanwhile() throws Exception {
        var file = directory.resolve("documents");
        var disk = new Disk(new byte[0]);
        var pool = JdbcConnectionPool.create(DiskPath.url(file, disk), "sa", "");
        var repository = forcing(pool);
        var a = step(new CrashScript(repository, "a"));
        var b = step(new CrashScript(repository, "b"));
        disk.whenForced(() -> {
            disk.refuse(() -> {});
            b.start();
            assertInstanceOf(UnknownOutcomeException.class, b.failure());
        });
        a.start();
        assertInstanceOf(UnknownOutcomeException.class, a.failure());

        disk.refuse(null);
        pool.dispose();
        try (var again = H2DocumentRepository.open(file)) {
            for (var lane : List.of("a", "b")) {
                var judge = new CrashScript(again, lane);
                judge.step(judge.judge(0));
            }
        }
    }

    private static H2DocumentRepository forcing(JdbcConnectionPool pool) {
        return H2DocumentRepository.builder(pool)
                .durability(Durability.POWER_LOSS)
                .build();
    }

    private static Caller<Object> step(CrashScript script) {
        return Caller.of(() -> {
            script.step(0);
            return script;
        });
    }

    private static int work(CrashScript script) {
        int returned = 0;
        try {
            while (true) {
                script.step(returned);
                returned++;
            }
        } catch (DocumentStoreException full) {
            return returned; // what was under way is there as a whole or not at all
        }
    }

    @Test
    @DisplayName("Several writers all return when the disk is full, and lose nothing that had returned")
    void severalWriters() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var file = directory.resolve("round" + round);
            var disk = new Disk(new byte[0]);
            var pool = JdbcConnectionPool.create(DiskPath.url(file, disk), "sa", "");
            var repository = forcing(pool);
            disk.limit(300_000 + random.nextInt(100_000));
            var lanes = new TreeMap<String, Caller<Integer>>();
            for (var lane : List.of("a", "b", "c", "d")) {
                lanes.put(lane, Caller.of(() -> work(new CrashScript(repository, lane))));
            }
            lanes.values().forEach(Caller::start);
            var returned = new TreeMap<String, Integer>();
            for (var lane : lanes.entrySet()) {
                returned.put(lane.getKey(), lane.getValue().call().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            disk.limit(Long.MAX_VALUE);
            pool.dispose();
            try (var again = H2DocumentRepository.open(file)) {
                returned.forEach((lane, steps) -> {
                    var judge = new CrashScript(again, lane);
                    judge.step(judge.judge(steps));
                });
            }
        }
    }

    private static void assertSaysDisk(Class<? extends Throwable> type, Throwable failure) {
        assertInstanceOf(type, failure);
        assertTrue(failure.getMessage().contains("the disk may be full"), failure.getMessage());
    }

    @Test
    @DisplayName("Who commits and who forces the file to the disk, at the same time, both return when the write fails")
    void committingAndForcing() throws Exception {
        var file = directory.resolve("documents");
        var disk = new Disk(new byte[0]);
        var pool = JdbcConnectionPool.create(DiskPath.url(file, disk), "sa", "");
        var repository = forcing(pool);
        var script = new CrashScript(repository, "a");
        script.step(0);
        var stored = Items.batch("stored", 10, 1);
        repository.batchUpsertByExternalId(Environment.LIVE, stored);

        var writing = new CountDownLatch(1);
        var writer = Caller.of(() -> {
            script.step(1);
            return null;
        });
        var replay = Caller.of(() -> repository.batchUpsertByExternalId(Environment.LIVE, stored));
        disk.refuse(() -> {
            writing.countDown();
            if (Thread.currentThread() == writer.thread()) {
                replay.awaitStore();
            }
        });
        writer.start();
        assertTrue(writing.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        replay.start();
        assertSaysDisk(UnknownOutcomeException.class, writer.failure());
        assertSaysDisk(StoreUnavailableException.class, replay.failure());

        disk.refuse(null);
        pool.dispose();
        try (var again = H2DocumentRepository.open(file)) {
            var judge = new CrashScript(again, "a");
            judge.step(judge.judge(1));
        }
    }
}
