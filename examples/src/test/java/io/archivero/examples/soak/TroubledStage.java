package io.archivero.examples.soak;

import io.archivero.RepositoryListener;
import io.archivero.spi.StoredDocumentRepository;
import io.archivero.testkit.FailingDataSource;
import io.archivero.testkit.history.Anomaly;
import io.archivero.testkit.history.History;
import io.archivero.testkit.rivals.RivalPlan;
import io.archivero.testkit.rivals.Rivals;
import io.archivero.testkit.rivals.Tally;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** Rivals in this process, whose calls of JDBC fail, and whose threads are interrupted, at any moment. */
abstract class TroubledStage implements Stage {
    /** What it counts. */
    static final String INTERRUPTS = "threads interrupted";

    private static final int THREADS = 6;
    private static final int CALLS_TO_A_FAULT = 12;
    private static final int CALLS_TO_AN_INTERRUPT = 40;

    /** An empty database. */
    interface Place extends AutoCloseable {
        /** Returns the pool that the rivals use, before anything is done to it. */
        DataSource pool();

        /** Begins what is done to the wires, if there are any: a repository is open by then. */
        default void disturb() {}

        /** Returns a way to the same database on which nothing goes wrong. */
        DataSource quiet();

        @Override
        void close() throws SQLException;
    }

    /** Makes an empty database, with trouble of its own if there is any. */
    abstract Place place(int round, Tally tally) throws Exception;

    /** Opens a repository. */
    abstract StoredDocumentRepository open(DataSource dataSource, RepositoryListener listener);

    @Override
    public final List<Anomaly> run(int round, long nanos, Tally tally) throws Exception {
        var history = History.inMemory();
        try (var place = place(round, tally)) {
            var failing = new FailingDataSource(new Reclaiming(place.pool()), "planned by the soak");
            var jdbc = new JdbcTrouble(failing, tally, round);
            try (var repository = open(failing, tally)) {
                place.disturb();
                rivals(repository, round, nanos, history, tally, jdbc);
            }
            jdbc.end();
            try (var quiet = open(place.quiet(), RepositoryListener.NONE)) {
                return Rivals.check(quiet, history.calls());
            }
        }
    }

    private static void rivals(
            StoredDocumentRepository repository, int round, long nanos, History history, Tally tally, JdbcTrouble jdbc)
            throws InterruptedException {
        var random = new Random(round);
        var threads = new AtomicReference<>(List.<Thread>of());
        long begin = System.nanoTime();
        var plan = new RivalPlan("soak", THREADS, round, () -> {
            int lot;
            int victim;
            synchronized (random) {
                lot = random.nextInt(CALLS_TO_A_FAULT * CALLS_TO_AN_INTERRUPT);
                victim = random.nextInt(THREADS);
            }
            if (lot % CALLS_TO_A_FAULT == 0) {
                jdbc.next();
            }
            if (lot % CALLS_TO_AN_INTERRUPT == 0 && victim < threads.get().size()) {
                tally.count(INTERRUPTS);
                threads.get().get(victim).interrupt();
            }
            return System.nanoTime() - begin < nanos;
        });
        threads.set(Rivals.start(repository, plan, history, tally));
        for (var thread : threads.get()) {
            thread.join();
        }
    }
}
