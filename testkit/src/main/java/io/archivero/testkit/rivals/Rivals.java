package io.archivero.testkit.rivals;

import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.Environment;
import io.archivero.testkit.history.Anomaly;
import io.archivero.testkit.history.History;
import io.archivero.testkit.history.HistoryChecker;
import io.archivero.testkit.history.RecordedCall;
import io.archivero.testkit.history.SeenState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Threads that work on the same few documents, in every way that a repository has. */
public final class Rivals {
    private Rivals() {}

    /** Returns what says yes so many times, whoever asks. */
    public static BooleanSupplier calls(int calls) {
        var left = new AtomicInteger(calls);
        return () -> left.getAndDecrement() > 0;
    }

    /** Lets rivals work until their plan says no more, and returns then; see {@link #start}. */
    public static void run(DocumentRepository repository, RivalPlan plan, History history, Tally tally)
            throws InterruptedException {
        for (var thread : start(repository, plan, history, tally)) {
            thread.join();
        }
    }

    /**
     * Starts rivals, which work until their plan says no more, and returns their threads. They may be interrupted.
     *
     * @param history where they write down what they were told
     * @param tally where they count it
     */
    public static List<Thread> start(DocumentRepository repository, RivalPlan plan, History history, Tally tally) {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < plan.threads(); i++) {
            var name = plan.name() + "-" + i;
            var rival = new Rival(repository, new Witness(history, tally), name, plan.seed() * 31 + i, plan.goesOn());
            var thread = new Thread(rival, "archivero-rival-" + name);
            thread.setUncaughtExceptionHandler((dead, failure) -> tally.undocumented(failure));
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        return threads;
    }

    /**
     * Returns what in a history cannot be, now that nobody writes any more.
     *
     * @param calls all calls of all rivals since the store was empty
     */
    public static List<Anomaly> check(DocumentRepository repository, List<RecordedCall> calls) {
        var atRest = new HashMap<String, SeenState>();
        var anomalies = new ArrayList<Anomaly>();
        for (var environment : Environment.values()) {
            try (var documents = repository.stream(environment, DocumentQuery.all())) {
                documents.forEach(document -> {
                    var key = RivalKeys.key(environment, document.externalId());
                    atRest.put(key, SeenState.of(document));
                    checkCounter(key, document, anomalies);
                });
            }
        }
        anomalies.addAll(HistoryChecker.check(calls, atRest));
        return anomalies;
    }

    /** Each increment was guarded by the version it was made from. */
    private static void checkCounter(String key, Document document, List<Anomaly> anomalies) {
        if (RivalKeys.isCounter(key) && !Objects.equals(document.size(), document.version())) {
            anomalies.add(new Anomaly(
                    Anomaly.Kind.BROKEN_GUARD,
                    key,
                    "a counter shows " + document.size() + " after " + document.version()));
        }
    }
}
