package io.archivero.benchmarks;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentStoreException;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.benchmarks.peers.ArchiveroPeer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Many threads that store batches in one repository. A fifth of each batch is hot: cards that every thread changes all the time.
 * Afterwards the history is checked: every card was created once, its versions count up without a gap or a repeat, and the last
 * one is in the table.
 *
 * @param threads how many
 * @param batchesPerSecond what they stored, all together
 * @param failed batches that were given up after all retries
 */
public record Writers(int threads, double batchesPerSecond, int failed) {
    private static final int SIZE = 250;
    private static final int HOT = SIZE / 5;
    private static final int HOT_CARDS = 250;
    /** Far above the cards that a table is filled with. */
    private static final int FIRST_CARD = 10_000_000;

    /** Lets threads store so many batches each, into a table without cards of theirs; leaves it so. */
    public static Writers run(ArchiveroPeer archivero, int threads, int batches) throws SQLException {
        var work = IntStream.range(0, threads)
                .mapToObj(thread -> batches(thread, batches))
                .toList();
        var start = new CountDownLatch(1);
        var workers = Executors.newFixedThreadPool(threads);
        try {
            var running = work.stream()
                    .map(own -> workers.submit((Callable<List<BatchUpsertResult>>) () -> {
                        start.await();
                        return store(archivero, own);
                    }))
                    .toList();
            long begin = System.nanoTime();
            start.countDown();
            var results = new ArrayList<BatchUpsertResult>();
            for (var worker : running) {
                results.addAll(worker.get());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            checkHistory(archivero, results);
            return new Writers(threads, results.size() / seconds, threads * batches - results.size());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a writer failed", e);
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<BatchUpsertResult> store(ArchiveroPeer archivero, List<List<DocumentUpsert>> batches) {
        var results = new ArrayList<BatchUpsertResult>();
        for (var batch : batches) {
            try {
                results.add(archivero.repository().batchUpsertByExternalId(Environment.TEST, batch));
            } catch (DocumentStoreException e) {
                // Counted by its absence. Nothing was written, or the history would not add up.
            }
        }
        return results;
    }

    /** The batches of one thread: cold cards of its own, each of which it changes once, and hot ones. */
    private static List<List<DocumentUpsert>> batches(int thread, int count) {
        var random = new Random(thread);
        var batches = new ArrayList<List<DocumentUpsert>>();
        for (int batch = 0; batch < count; batch++) {
            int edition = 1 + thread * count + batch; // no two batches say the same of a card
            int coldest = FIRST_CARD + HOT_CARDS + (thread * count + batch / 2) * SIZE;
            var cold = IntStream.range(coldest, coldest + SIZE - HOT);
            var hot = random.ints(0, HOT_CARDS).distinct().limit(HOT).map(number -> FIRST_CARD + number);
            var cards = new ArrayList<>(IntStream.concat(cold, hot)
                    .mapToObj(number -> VoterCards.card(number, edition))
                    .toList());
            java.util.Collections.shuffle(cards, random);
            batches.add(cards);
        }
        return batches;
    }

    private static void checkHistory(ArchiveroPeer archivero, List<BatchUpsertResult> results) throws SQLException {
        var versions = new TreeMap<String, List<Long>>();
        for (var result : results) {
            for (var item : result.items()) {
                var document = item.document().orElseThrow();
                boolean first = document.version() == 1;
                if (first != (item.outcome() == ItemOutcome.CREATED) || item.outcome() == ItemOutcome.UNCHANGED) {
                    throw new IllegalStateException(item.outcome() + " at version " + document.version());
                }
                versions.computeIfAbsent(document.externalId(), key -> new ArrayList<>())
                        .add(document.version());
            }
        }
        var rows = archivero.shelf().rows(versions.keySet());
        versions.forEach((externalId, seen) -> {
            var expected = IntStream.rangeClosed(1, seen.size())
                    .mapToObj(Long::valueOf)
                    .toList();
            if (!seen.stream().sorted().toList().equals(expected)) {
                throw new IllegalStateException("the versions of a card do not add up: " + seen);
            }
            var row = rows.get(externalId);
            if (row == null || row.version() != seen.size()) {
                throw new IllegalStateException("the last version of a card is not in the table");
            }
        });
        archivero.shelf().remove(versions.keySet());
    }
}
