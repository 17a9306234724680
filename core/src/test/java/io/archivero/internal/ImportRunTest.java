package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentStoreException;
import io.archivero.DocumentUpsert;
import io.archivero.ImportFailedException;
import io.archivero.ImportOptions;
import io.archivero.ImportProgress;
import io.archivero.ImportReport;
import io.archivero.ImportReport.Ending;
import io.archivero.RetryPolicy;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The machinery of an import, over a function that stands for the store. */
@DisplayName("An import")
class ImportRunTest {
    private static final RetryPolicy FOR_EVER =
            new RetryPolicy(2, Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MAX_VALUE));
    private static final RetryPolicy THRICE = new RetryPolicy(3, Duration.ZERO, Duration.ZERO);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Shelf shelf = new Shelf();
    private final ImportOptions small = ImportOptions.defaults().withBatchSize(10);

    @Test
    @DisplayName("cuts the input into batches, and stores what is left over")
    void batches() {
        var report = run(Shelf.items(25), small);
        assertEquals(List.of(10, 10, 5), shelf.sizes());
        assertEquals(25, report.resumePoint());
        assertTrue(report.completed());
    }

    @Test
    @DisplayName("closes a batch before a key that it has already")
    void repeatedKey() {
        run(Shelf.items(5, "a", "b", "a", "a", "b"), small);
        assertEquals(List.of(0, 1, 2, 3, 4), shelf.positions());
        assertEquals(List.of(2, 1, 2), shelf.sizes());
    }

    @Test
    @DisplayName("keeps the order of each key, however many workers there are")
    void orderOfEachKey() {
        var keys = new String[] {"a", "b", "c", "d", "e", "f", "g"};
        run(Shelf.items(2_000, keys), small.withParallelism(4));
        for (var key : keys) {
            var positions = shelf.positions(key);
            assertEquals(positions.stream().sorted().toList(), positions);
        }
        assertEquals(2_000, shelf.positions().size());
    }

    @Test
    @DisplayName("with one worker stores on the calling thread; with more, on threads that end with it")
    void threads() {
        var threads = new HashSet<Thread>();
        run(watching(batch -> threads.add(Thread.currentThread())), Shelf.items(100), small);
        assertEquals(List.of(Thread.currentThread()), List.copyOf(threads));
        threads.clear();
        run(watching(batch -> threads.add(Thread.currentThread())), Shelf.items(1_000), small.withParallelism(3));
        assertEquals(3, threads.size());
        assertFalse(threads.contains(Thread.currentThread()));
        assertTrue(threads.stream().noneMatch(Thread::isAlive));
    }

    @Test
    @DisplayName("calls listener and sink on the calling thread, however many workers there are")
    void callers() {
        var callers = new HashSet<Thread>();
        run(
                Shelf.items(300, "a", "b", "bad c", "d", "bad e"),
                small.withParallelism(3)
                        .withProgressEveryBatches(1)
                        .withListener(progress -> callers.add(Thread.currentThread()) || true)
                        .withRefusalSink((position, item, result) -> callers.add(Thread.currentThread())));
        assertEquals(List.of(Thread.currentThread()), List.copyOf(callers));
    }

    @Test
    @DisplayName(
            "takes nothing from the input while each worker has a batch at work, one that waits and one that is full")
    void backPressure() {
        var importer = Thread.currentThread();
        var taken = new AtomicInteger();
        var most = new AtomicInteger();
        var stored = new AtomicInteger();
        // A batch is stored only while the importing thread waits, so it has taken all that it wants to.
        var slow = watching(batch -> {
            while (importer.getState() != Thread.State.WAITING && stored.get() == 0) {
                Thread.onSpinWait();
            }
            most.accumulateAndGet(taken.get() - stored.getAndAdd(batch.size()), Math::max);
        });
        run(slow, counted(Shelf.items(50_000), taken), small.withParallelism(2));
        assertTrue(most.get() <= 2 * 3 * 10 + 1, "taken and not stored: " + most);
    }

    @Test
    @DisplayName("does not run far ahead of an item whose batch is not full")
    void firstOpen() {
        var items = new ArrayList<>(List.of(Shelf.item("b", 0))); // "b" has an even hash code, the others' are odd
        for (int i = 0; items.size() <= 2_000; i++) {
            if (("key " + i).hashCode() % 2 != 0) {
                items.add(Shelf.item("key " + i, items.size()));
            }
        }
        var most = new AtomicLong();
        run(items, small.withParallelism(2).withProgressEveryBatches(1).withListener(progress -> {
            most.accumulateAndGet(progress.done() - progress.resumePoint(), Math::max);
            return true;
        }));
        assertTrue(most.get() <= 2 * 8 * 10, "settled and not leading: " + most);
    }

    @Test
    @DisplayName("stores a batch again that was not stored because the database was away")
    void unavailable() {
        var report = run(
                failing(2, new StoreUnavailableException("away", null), false),
                Shelf.items(30),
                small.withRetryPolicy(THRICE));
        assertEquals(List.of(10, 10, 10), shelf.sizes());
        assertTrue(report.completed());
    }

    @Test
    @DisplayName("stores a batch again whose fate is unknown")
    void unknown() {
        run(
                failing(1, new UnknownOutcomeException("lost", null), true),
                Shelf.items(30),
                small.withRetryPolicy(THRICE));
        assertEquals(List.of(10, 10, 10, 10), shelf.sizes());
    }

    @Test
    @DisplayName("gives up after the last attempt, and tells where to resume")
    void givesUp() {
        var away = new StoreUnavailableException("away", null);
        var calls = new AtomicInteger();
        var failure = fails(
                batch -> {
                    if (calls.incrementAndGet() > 2) {
                        throw away;
                    }
                    return shelf.apply(batch);
                },
                Shelf.items(100),
                small.withRetryPolicy(THRICE));
        assertSame(away, failure.getCause());
        assertEquals(2 + 3, calls.get());
        assertEquals(Ending.FAILED, failure.report().ending());
        assertEquals(20, failure.report().resumePoint());
        assertEquals(20, failure.report().done());
    }

    @Test
    @DisplayName("does not try again what the database refused for good")
    void noSecondAttempt() {
        var broken = new DocumentStoreException("broken", null);
        var failure = fails(failing(1, broken, false), Shelf.items(100), small.withRetryPolicy(THRICE));
        assertSame(broken, failure.getCause());
        assertEquals(List.of(), shelf.sizes());
        assertEquals(0, failure.report().resumePoint());
    }

    @Test
    @DisplayName("passes an error of the store on as it is")
    void error() {
        var error = new AssertionError("thrown on purpose");
        assertSame(
                error,
                assertThrows(
                        AssertionError.class, () -> run(throwing(error), Shelf.items(100), small.withParallelism(2))));
    }

    @Test
    @DisplayName("that was interrupted does not wait for a database that is away")
    void interruptedWhileAway() {
        Function<List<DocumentUpsert>, BatchUpsertResult> away = batch -> {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("away", null);
        };
        assertTimeoutPreemptively(PATIENCE, () -> {
            var report = run(away, Shelf.items(100), small.withRetryPolicy(FOR_EVER));
            assertTrue(Thread.interrupted());
            assertEquals(Ending.INTERRUPTED, report.ending());
            assertEquals(0, report.resumePoint());
        });
    }

    @Test
    @DisplayName("that waits for a database that is away can be interrupted by another thread")
    void interruptedWhileWaiting() {
        assertTimeoutPreemptively(PATIENCE, () -> {
            var importer = Thread.currentThread();
            var failed = new CountDownLatch(1);
            var interrupter = new Thread(() -> {
                try {
                    failed.await();
                } catch (InterruptedException e) {
                    return;
                }
                while (importer.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
                importer.interrupt();
            });
            interrupter.start();
            var report = run(
                    batch -> {
                        failed.countDown();
                        throw new StoreUnavailableException("away", null);
                    },
                    Shelf.items(100),
                    small.withRetryPolicy(FOR_EVER));
            assertTrue(Thread.interrupted());
            assertEquals(Ending.INTERRUPTED, report.ending());
            interrupter.join();
        });
    }

    @Test
    @DisplayName("that was stopped does not wait for a database that is away for one worker")
    void stoppedWhileAway() {
        Function<List<DocumentUpsert>, BatchUpsertResult> halfAway = batch -> {
            if ("b".equals(batch.get(0).externalId())) {
                throw new StoreUnavailableException("away", null);
            }
            return shelf.apply(batch);
        };
        assertTimeoutPreemptively(PATIENCE, () -> {
            var report = run(
                    halfAway,
                    Shelf.items(100, "a", "b"),
                    small.withRetryPolicy(FOR_EVER)
                            .withParallelism(2)
                            .withProgressEveryBatches(1)
                            .withListener(progress -> false));
            assertEquals(Ending.STOPPED, report.ending());
            assertTrue(report.resumePoint() <= 1, report::toString);
        });
    }

    @Test
    @DisplayName("whose input fails settles what was taken, and only then says so")
    void inputFails() {
        var gone = new IllegalStateException("the input is gone");
        var rest = Shelf.items(24).iterator();
        Iterator<DocumentUpsert> input = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public DocumentUpsert next() {
                if (!rest.hasNext()) {
                    throw gone;
                }
                return rest.next();
            }
        };
        var failure = assertThrows(ImportFailedException.class, () -> new ImportRun(shelf, input, small).run());
        assertSame(gone, failure.getCause());
        assertEquals(24, failure.report().resumePoint());
        assertEquals(24, shelf.positions().size());
        assertFalse(String.valueOf(failure.getMessage()).contains("the input is gone"), "its message is its own");
    }

    @Test
    @DisplayName("whose sink fails leaves that item open, and hands over no other")
    void sinkFails() {
        var full = new IllegalStateException("the disk is full");
        var handed = new ArrayList<Long>();
        var failure =
                fails(shelf, Shelf.items(200, "a", "b", "bad c"), small.withRefusalSink((position, item, result) -> {
                    handed.add(position);
                    if (position >= 50) {
                        throw full;
                    }
                }));
        assertSame(full, failure.getCause());
        assertEquals(50, failure.report().resumePoint());
        assertEquals(50L, handed.get(handed.size() - 1));
        assertEquals(handed.size() - 1, failure.report().refused());
    }

    @Test
    @DisplayName("whose listener fails settles what was taken, and asks it no more")
    void listenerFails() {
        var broken = new IllegalStateException("broken");
        var calls = new AtomicInteger();
        var failure = fails(
                shelf,
                Shelf.items(200),
                small.withParallelism(2).withProgressEveryBatches(1).withListener(progress -> {
                    calls.incrementAndGet();
                    throw broken;
                }));
        assertSame(broken, failure.getCause());
        assertEquals(1, calls.get());
        assertEquals(shelf.positions().size(), failure.report().resumePoint());
    }

    @Test
    @DisplayName("tells its listener of every so-manieth batch, and of the end")
    void everyBatches() {
        var done = new ArrayList<Long>();
        run(Shelf.items(75), small.withProgressEveryBatches(3).withListener(progress -> done.add(progress.done())));
        assertEquals(List.of(30L, 60L, 75L), done);
    }

    @Test
    @DisplayName(
            "tells its listener of a batch when the interval has passed, how fast it is, and how long the rest will take")
    void everySoOften() {
        var time = new AtomicLong(Long.MAX_VALUE - 600_000_000); // overflows, as System.nanoTime may
        var heard = new ArrayList<ImportProgress>();
        run(
                watching(batch -> time.addAndGet(Duration.ofMillis(400).toNanos())),
                Shelf.items(100).iterator(),
                small.withTicker(time::get)
                        .withProgressEvery(Duration.ofSeconds(1))
                        .withExpectedTotal(100)
                        .withListener(heard::add));
        assertEquals(
                List.of(30L, 60L, 90L, 100L),
                heard.stream().map(ImportProgress::done).toList());
        var first = heard.get(0);
        assertEquals(Duration.ofMillis(1_200), first.elapsed());
        assertEquals(25, first.perSecond());
        assertEquals(Duration.ofMillis(2_800), first.rest().orElseThrow());
        assertEquals(Duration.ZERO, heard.get(3).rest().orElseThrow());
    }

    @Test
    @DisplayName("of nothing tells its listener once that it is through")
    void nothing() {
        var heard = new ArrayList<ImportProgress>();
        var report = run(List.of(), small.withListener(heard::add));
        assertTrue(report.completed());
        assertEquals(1, heard.size());
        assertEquals(0, heard.get(0).perSecond());
        assertTrue(heard.get(0).rest().isEmpty());
        assertEquals(List.of(), shelf.sizes());
    }

    @Test
    @DisplayName("does not ask a listener again that told it to stop")
    void stops() {
        var calls = new AtomicInteger();
        var report = run(
                Shelf.items(1_000),
                small.withParallelism(3).withProgressEveryBatches(1).withListener(progress -> {
                    calls.incrementAndGet();
                    return false;
                }));
        assertEquals(Ending.STOPPED, report.ending());
        assertEquals(1, calls.get());
        assertTrue(report.done() < 1_000);
        assertEquals(report.done(), report.resumePoint());
        assertEquals(report.done(), shelf.positions().size());
    }

    private ImportReport run(List<DocumentUpsert> items, ImportOptions options) {
        return run(shelf, items, options);
    }

    private static ImportReport run(
            Function<List<DocumentUpsert>, BatchUpsertResult> store,
            List<DocumentUpsert> items,
            ImportOptions options) {
        return run(store, items.iterator(), options);
    }

    private static ImportReport run(
            Function<List<DocumentUpsert>, BatchUpsertResult> store,
            Iterator<DocumentUpsert> items,
            ImportOptions options) {
        return new ImportRun(store, items, options).run();
    }

    private static ImportFailedException fails(
            Function<List<DocumentUpsert>, BatchUpsertResult> store,
            List<DocumentUpsert> items,
            ImportOptions options) {
        return assertThrows(ImportFailedException.class, () -> run(store, items, options));
    }

    private interface Watcher {
        void watch(List<DocumentUpsert> batch);
    }

    private Function<List<DocumentUpsert>, BatchUpsertResult> watching(Watcher watcher) {
        return batch -> {
            synchronized (watcher) {
                watcher.watch(batch);
            }
            return shelf.apply(batch);
        };
    }

    private Function<List<DocumentUpsert>, BatchUpsertResult> failing(
            int times, RuntimeException failure, boolean afterwards) {
        var left = new AtomicInteger(times);
        return batch -> {
            boolean fails = left.getAndDecrement() > 0;
            if (fails && !afterwards) {
                throw failure;
            }
            var result = shelf.apply(batch);
            if (fails) {
                throw failure;
            }
            return result;
        };
    }

    private static Function<List<DocumentUpsert>, BatchUpsertResult> throwing(Error error) {
        return batch -> {
            throw error;
        };
    }

    private static Iterator<DocumentUpsert> counted(List<DocumentUpsert> items, AtomicInteger taken) {
        return items.stream().peek(item -> taken.incrementAndGet()).iterator();
    }
}
