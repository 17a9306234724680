package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentStoreException;
import io.archivero.DocumentUpsert;
import io.archivero.ImportFailedException;
import io.archivero.ImportOptions;
import io.archivero.ImportReport;
import io.archivero.RefusalSink;
import io.archivero.RetryPolicy;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every import, wherever it fails. */
class ImportRunProperties {
    private static final List<String> KEYS = List.of("a", "b", "c", "d", "e", "f", "bad g", "bad h");

    /** Keys that come again, some of which are refused. */
    @Provide
    Arbitrary<List<String>> keys() {
        return Arbitraries.of(KEYS).list().ofMaxSize(80);
    }

    @Provide
    Arbitrary<ImportOptions> options() {
        var sizes = Arbitraries.integers().between(1, 5);
        return sizes.flatMap(size -> Arbitraries.integers()
                .between(1, 4)
                .map(workers -> ImportOptions.defaults()
                        .withBatchSize(size)
                        .withParallelism(workers)
                        .withRetryPolicy(new RetryPolicy(2, Duration.ZERO, Duration.ZERO))));
    }

    @Property
    @Label(
            "where the store fails, all before the resume point is settled, no key has a gap, and resuming does the rest")
    void storeFails(
            @ForAll("keys") List<String> keys,
            @ForAll("options") ImportOptions options,
            @ForAll @IntRange(min = 1, max = 12) int call,
            @ForAll boolean afterwards) {
        var items = items(keys);
        var shelf = new Shelf();
        var handed = new ArrayList<Long>();
        var sink = adding(handed);
        var broken = new DocumentStoreException("broken", null);
        var calls = new AtomicInteger();
        var report = endOf(
                batch -> {
                    boolean fails = calls.incrementAndGet() == call;
                    if (fails && !afterwards) {
                        throw broken;
                    }
                    var result = shelf.apply(batch);
                    if (fails) {
                        throw broken;
                    }
                    return result;
                },
                items,
                options.withRefusalSink(sink),
                broken);
        assertSettled(items.subList(0, (int) report.resumePoint()), shelf, handed);
        for (var key : KEYS) {
            var stored = shelf.positions(key);
            assertEquals(good(items, key).subList(0, stored.size()), stored);
        }
        resume(report, shelf, items, options.withRefusalSink(sink));
        assertSettled(items, shelf, handed);
    }

    @Property
    @Label(
            "where the sink fails, it is not called again, all before the resume point is settled, and resuming does the rest")
    void sinkFails(
            @ForAll("keys") List<String> keys,
            @ForAll("options") ImportOptions options,
            @ForAll @IntRange(max = 12) int most) {
        var items = items(keys);
        var shelf = new Shelf();
        var handed = new ArrayList<Long>();
        var calls = new AtomicInteger();
        var full = new IllegalStateException("the disk is full");
        RefusalSink sink = (position, item, result) -> {
            calls.incrementAndGet();
            if (handed.size() == most) {
                throw full;
            }
            handed.add(position);
        };
        var report = endOf(shelf, items, options.withRefusalSink(sink), full);
        assertTrue(calls.get() <= most + 1);
        assertEquals(handed.size(), report.refused());
        assertSettled(items.subList(0, (int) report.resumePoint()), shelf, handed);
        resume(report, shelf, items, options.withRefusalSink(adding(handed)));
        assertSettled(items, shelf, handed);
    }

    @Property
    @Label(
            "where the store is away now and then, or the fate of a batch unknown, each batch is stored as soon as it is back")
    void storeIsAway(@ForAll("keys") List<String> keys, @ForAll("options") ImportOptions options, @ForAll long seed) {
        var items = items(keys);
        var shelf = new Shelf();
        var handed = new ArrayList<Long>();
        var random = new Random(seed);
        var known = Collections.newSetFromMap(new IdentityHashMap<>());
        var report = new ImportRun(
                        batch -> {
                            synchronized (known) {
                                var luck = known.add(batch) ? random.nextInt(3) : 2;
                                if (luck == 0) {
                                    throw new StoreUnavailableException("away", null);
                                }
                                var result = shelf.apply(batch);
                                if (luck == 1) {
                                    throw new UnknownOutcomeException("lost", null);
                                }
                                return result;
                            }
                        },
                        items.iterator(),
                        options.withRefusalSink(adding(handed)))
                .run();
        assertTrue(report.completed());
        assertEquals(items.size(), report.resumePoint());
        assertEquals(items.size(), report.done());
        assertEquals(handed.size(), report.refused());
        assertSettled(items, shelf, handed);
    }

    private static List<DocumentUpsert> items(List<String> keys) {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> Shelf.item(keys.get(i), i))
                .toList();
    }

    private static RefusalSink adding(List<Long> handed) {
        return (position, item, result) -> handed.add((long) Shelf.position(item));
    }

    /** Runs an import that may fail for one reason only. */
    private static ImportReport endOf(
            Function<List<DocumentUpsert>, BatchUpsertResult> store,
            List<DocumentUpsert> items,
            ImportOptions options,
            RuntimeException reason) {
        try {
            return new ImportRun(store, items.iterator(), options).run();
        } catch (ImportFailedException e) {
            assertSame(reason, e.getCause());
            return e.report();
        }
    }

    private static void resume(ImportReport report, Shelf shelf, List<DocumentUpsert> items, ImportOptions options) {
        int from = (int) report.resumePoint();
        var rest = new ImportRun(shelf, items.subList(from, items.size()).iterator(), options).run();
        assertEquals(items.size() - from, rest.resumePoint());
    }

    /** Every good item was stored, the last of each key last, and every bad one was handed over. */
    private static void assertSettled(List<DocumentUpsert> items, Shelf shelf, List<Long> handed) {
        for (var item : items) {
            long position = Shelf.position(item);
            assertTrue(
                    Shelf.isBad(item)
                            ? handed.contains(position)
                            : shelf.positions().contains((int) position));
        }
        for (var key : KEYS) {
            var all = good(items, key);
            var stored = shelf.positions(key);
            if (!all.isEmpty()) {
                assertTrue(stored.get(stored.size() - 1) >= all.get(all.size() - 1));
            }
        }
    }

    private static List<Integer> good(List<DocumentUpsert> items, String key) {
        return items.stream()
                .filter(item -> key.equals(item.externalId()) && !Shelf.isBad(item))
                .map(Shelf::position)
                .toList();
    }
}
