package io.archivero.benchmarks;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentStoreException;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.benchmarks.Series.Spread;
import io.archivero.benchmarks.peers.ArchiveroPeer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Many threads that store batches in one repository. A fifth of each batch is hot: cards that every thread changes all the time.
 * Afterwards the history is checked: every card was created once, its versions count up without a gap or a repeat, and the last
 * one is in the table.
 */
public final class Writers {
    /** How many batches all threads store together: a number that 1, 2, 4 and 8 divide. */
    public static final int BATCHES = 48;

    private static final int SIZE = 250;
    private static final int HOT = SIZE / 5;
    private static final int HOT_CARDS = 250;
    /** Far above the cards that a table is filled with. */
    private static final int FIRST_CARD = 10_000_000;

    private final ArchiveroPeer archivero;
    private final List<List<List<DocumentUpsert>>> work;
    private final List<Stored> stored = new ArrayList<>();

    /** Makes the batches of so many threads, for a repository without cards of theirs. */
    public Writers(ArchiveroPeer archivero, int threads) {
        this.archivero = archivero;
        this.work = IntStream.range(0, threads)
                .mapToObj(thread -> batches(thread, BATCHES / threads))
                .toList();
    }

    /** A batch that was stored, and how long that took. */
    private record Stored(BatchUpsertResult result, double millis) {}

    /**
     * How fast the threads were.
     *
     * @param threads how many
     * @param batchesPerSecond what they stored, all together: the median of the rounds
     * @param toOne that, as a multiple of what one thread stored: the median of the rounds
     * @param slowestMillis the slowest batch of all
     * @param failed batches that were given up after all retries
     */
    public record Rate(int threads, double batchesPerSecond, double toOne, double slowestMillis, int failed) {
        /** Returns the line for the terminal. */
        public String line(Backend backend) {
            return String.format(
                    Locale.ROOT,
                    "WRITERS %s threads=%d batches/s=%.0f to-one-thread=%.2f slowest-ms=%.0f failed=%d",
                    backend.label(),
                    threads,
                    batchesPerSecond,
                    toOne,
                    slowestMillis,
                    failed);
        }
    }

    /** Lets different numbers of threads take turns, after an untimed run of one; the first number must be 1. */
    public static List<Rate> compare(ArchiveroPeer archivero, List<Integer> threads, int rounds) throws SQLException {
        new Writers(archivero, 1).measure();
        var measured = new ArrayList<List<Rate>>();
        for (int round = 0; round < rounds; round++) {
            archivero.shelf().tidy();
            var rates = new ArrayList<Rate>();
            for (int count : threads) {
                rates.add(new Writers(archivero, count).measure());
            }
            measured.add(rates);
        }
        return IntStream.range(0, threads.size())
                .mapToObj(i -> median(
                        measured.stream().map(rates -> rates.get(i)).toList(),
                        measured.stream().map(rates -> rates.get(0)).toList()))
                .toList();
    }

    private static Rate median(List<Rate> rates, List<Rate> alone) {
        var perSecond = new double[rates.size()];
        var toOne = new double[rates.size()];
        for (int round = 0; round < perSecond.length; round++) {
            perSecond[round] = rates.get(round).batchesPerSecond();
            toOne[round] = perSecond[round] / alone.get(round).batchesPerSecond();
        }
        return new Rate(
                rates.get(0).threads(),
                Spread.of(perSecond).median(),
                Spread.of(toOne).median(),
                rates.stream().mapToDouble(Rate::slowestMillis).max().orElseThrow(),
                rates.stream().mapToInt(Rate::failed).sum());
    }

    /** Lets all threads store their batches: what is timed. */
    public void run() {
        var workers = Executors.newFixedThreadPool(work.size());
        try {
            var tasks = new ArrayList<Callable<List<Stored>>>();
            work.forEach(batches -> tasks.add(() -> store(batches)));
            for (var worker : workers.invokeAll(tasks)) {
                stored.addAll(worker.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a writer failed", e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Runs, checks and cleans up, and tells how fast it was. */
    Rate measure() throws SQLException {
        long begin = System.nanoTime();
        run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        check();
        return new Rate(
                work.size(),
                stored.size() / seconds,
                1,
                stored.stream().mapToDouble(Stored::millis).max().orElse(0),
                BATCHES - stored.size());
    }

    private List<Stored> store(List<List<DocumentUpsert>> batches) {
        var own = new ArrayList<Stored>();
        for (var batch : batches) {
            try {
                long begin = System.nanoTime();
                var result = archivero.repository().batchUpsertByExternalId(Environment.TEST, batch);
                own.add(new Stored(result, (System.nanoTime() - begin) / 1e6));
            } catch (DocumentStoreException e) {
                // Counted by its absence. Nothing was written, or the history would not add up.
            }
        }
        return own;
    }

    /** The batches of one thread: hot cards, and cold ones of its own, each of which it creates and then changes once. */
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
            Collections.shuffle(cards, random);
            batches.add(cards);
        }
        return batches;
    }

    /** Checks the history of every card, and takes the cards out again. */
    public void check() throws SQLException {
        var versions = new TreeMap<String, List<Long>>();
        for (var batch : stored) {
            for (var item : batch.result().items()) {
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
            Collections.sort(seen);
            var expected = IntStream.rangeClosed(1, seen.size())
                    .mapToObj(Long::valueOf)
                    .toList();
            var row = rows.get(externalId);
            if (!seen.equals(expected) || row == null || row.version() != seen.size()) {
                throw new IllegalStateException("the versions of a card do not add up: " + seen);
            }
        });
        archivero.shelf().remove(versions.keySet());
    }
}
