package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.StoreUnavailableException;
import io.archivero.testkit.InterruptedCallers;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interrupted thread harms nobody, itself included. */
class H2InterruptTest {
    private static final int STEPS = Integer.getInteger("archivero.interrupt.steps", 25);
    private static final int WRITERS = 4;
    private static final int BATCHES = 60;

    @TempDir
    Path directory;

    @Test
    @DisplayName("a thread that is interrupted already still stores its batch, and keeps its flag")
    void flagBefore() {
        try (var repository = H2DocumentRepository.open(directory.resolve("documents"))) {
            Thread.currentThread().interrupt();
            repository.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", 10, 1));
            assertEquals(10, repository.count(Environment.LIVE, DocumentQuery.all()));
            assertTrue(Thread.interrupted());
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    @DisplayName("a thread that is interrupted already opens and closes the database, and keeps its flag")
    void flagAtBothEnds() {
        try {
            Thread.currentThread().interrupt();
            H2DocumentRepository.open(directory.resolve("documents")).close();
            H2DocumentRepository.open(directory.resolve("documents")).close();
            assertTrue(Thread.interrupted());
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    @DisplayName(
            "a thread that is interrupted while it waits for a pool hears that nothing was available, and keeps its flag")
    void waitingForPool() throws Exception {
        var settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        settings.setMaximumPoolSize(1);
        try (var pool = new HikariDataSource(settings);
                var repository = H2DocumentRepository.create(pool);
                var held = pool.getConnection()) {
            Thread.currentThread().interrupt();
            var failure = assertThrows(
                    StoreUnavailableException.class, () -> repository.count(Environment.LIVE, DocumentQuery.all()));
            assertTrue(failure.getMessage().contains("interrupted"), failure.getMessage());
            assertTrue(Thread.interrupted());
            assertTrue(held.isValid(1));
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    @DisplayName("whatever callers do, those interrupted at random moments fail for nobody else, and keep their flag")
    void everyCall() throws Exception {
        try (var repository = H2DocumentRepository.open(directory.resolve("documents"))) {
            var callers = new InterruptedCallers(repository, STEPS);
            System.out.println("H2: " + callers.run(new Random(20_261_127)));
        }
    }

    @Test
    @DisplayName("threads interrupted at random moments fail for nobody else, and lose nothing that was acknowledged")
    void atRandom() throws Exception {
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        try (var repository = H2DocumentRepository.open(directory.resolve("documents"))) {
            var threads = Executors.newFixedThreadPool(WRITERS + 1);
            try {
                var done = new AtomicBoolean();
                var victims = ConcurrentHashMap.<Thread>newKeySet();
                var interrupter = threads.submit(() -> {
                    var random = new Random(1);
                    while (!done.get()) {
                        victims.stream()
                                .skip(random.nextInt(WRITERS))
                                .findFirst()
                                .ifPresent(Thread::interrupt);
                        Thread.onSpinWait();
                    }
                });
                var writers = IntStream.range(0, WRITERS)
                        .<Future<?>>mapToObj(w -> threads.submit(() -> {
                            victims.add(Thread.currentThread());
                            for (int b = 0; b < BATCHES; b++) {
                                write(repository, w + "-" + b + "-", acknowledged);
                            }
                            victims.remove(Thread.currentThread());
                        }))
                        .toList();
                for (var writer : writers) {
                    writer.get();
                }
                done.set(true);
                interrupter.get();
            } finally {
                threads.shutdownNow();
            }
        }
        try (var repository = H2DocumentRepository.open(directory.resolve("documents"))) {
            for (var prefix : acknowledged) {
                assertEquals(
                        5,
                        repository.count(Environment.LIVE, DocumentQuery.all().externalIdPrefix(prefix)));
            }
            assertEquals(0, repository.count(Environment.LIVE, DocumentQuery.all()) % 5, "half a batch");
        }
    }

    /** An interrupt may end the wait for another attempt, which is documented; nothing else may fail. */
    private static void write(H2DocumentRepository repository, String prefix, java.util.Set<String> acknowledged) {
        try {
            repository.batchUpsertByExternalId(Environment.LIVE, Items.batch(prefix, 5, 1));
            acknowledged.add(prefix);
        } catch (StoreUnavailableException interrupted) {
            assertTrue(interrupted.getCause() instanceof InterruptedException, () -> "" + interrupted);
        } finally {
            Thread.interrupted();
        }
    }
}
