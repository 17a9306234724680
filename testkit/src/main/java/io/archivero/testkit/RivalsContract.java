package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentRepository;
import io.archivero.RepositoryListener;
import io.archivero.testkit.history.History;
import io.archivero.testkit.history.RecordedCall;
import io.archivero.testkit.rivals.RivalPlan;
import io.archivero.testkit.rivals.RivalProcess;
import io.archivero.testkit.rivals.Rivals;
import io.archivero.testkit.rivals.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * What must hold whoever writes at the same time: threads and processes work on the same few documents in every way that a repository
 * has, and what they were told must fit together. {@value #BATCHES_PROPERTY} says how many batches each test stores; the calls are
 * twice as many. A backend proves itself by a class of its own.
 */
public abstract class RivalsContract {
    /** The system property that says how many batches each test stores. */
    public static final String BATCHES_PROPERTY = "archivero.rivals.batches";

    private static final int BATCHES = Integer.getInteger(BATCHES_PROPERTY, 200);
    private static final int THREADS = 6;
    private static final int PROCESSES = 3;
    private static final int CALLS = 2 * BATCHES;

    /** For subclasses. */
    protected RivalsContract() {}

    /** An empty database that a test has for itself, to be closed after it. */
    public interface Arena extends AutoCloseable {
        /** Opens a repository over it, with a listener. */
        DocumentRepository open(RepositoryListener listener);

        /** Starts rivals in another process, as {@link RivalProcess#start} does. */
        RivalProcess start(String name, int threads, int calls, long seed) throws Exception;

        @Override
        void close();
    }

    /** Makes an arena. */
    @FunctionalInterface
    public interface ArenaSource {
        /** Makes one. */
        Arena make() throws Exception;
    }

    /** Returns the databases that rivals in one process are let loose on, by a name: say, one for each isolation level. */
    protected abstract Map<String, ArenaSource> arenas();

    /** Returns the one that rivals in several processes are let loose on. */
    protected abstract Arena arenaOfProcesses() throws Exception;

    @TestFactory
    @DisplayName("Threads that work on the same documents are told what fits together")
    final Stream<DynamicTest> threads(TestReporter reporter) {
        return arenas().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> threads(each.getKey(), each.getValue(), reporter)));
    }

    private static void threads(String name, ArenaSource source, TestReporter reporter) throws Exception {
        var tally = new Tally();
        var history = History.inMemory();
        try (var arena = source.make()) {
            var repository = arena.open(tally);
            Rivals.run(repository, new RivalPlan("t", THREADS, name.hashCode(), Rivals.calls(CALLS)), history, tally);
            reporter.publishEntry(name, tally.toText());
            judge(repository, history.calls(), tally);
        }
    }

    @Test
    @DisplayName("Processes that work on the same documents are told what fits together")
    final void processes(TestReporter reporter) throws Exception {
        var tally = new Tally();
        var calls = new ArrayList<RecordedCall>();
        try (var arena = arenaOfProcesses()) {
            var repository = arena.open(RepositoryListener.NONE);
            var processes = new ArrayList<RivalProcess>();
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(arena.start("p" + i, THREADS / PROCESSES, CALLS / PROCESSES, i));
            }
            for (var process : processes) {
                calls.addAll(process.await());
                tally.addAll(process.tally());
                assertEquals(0, process.exitValue());
            }
            reporter.publishEntry("processes", tally.toText());
            judge(repository, calls, tally);
        }
    }

    private static void judge(DocumentRepository repository, List<RecordedCall> calls, Tally tally) {
        assertEquals(List.of(), Rivals.check(repository, calls));
        assertEquals(0, tally.get(Tally.UNDOCUMENTED), () -> String.valueOf(tally.firstUndocumented()));
        assertEquals(0, tally.get(Tally.DEADLOCK), "deadlocks that callers were told of");
        assertEquals(0, tally.get(Tally.RETRY + Tally.POSTGRES_DEADLOCK), "deadlocks that callers were not told of");
        assertEquals(0, tally.get(Tally.FAILED) + tally.get(Tally.UNKNOWN), tally.toText());
        assertTrue(tally.get(Tally.ACKNOWLEDGED) > calls.size() / 4, tally.toText());
        assertTrue(tally.get(Tally.REFUSED) > 0 && tally.get(Tally.READ) > 0, tally.toText());
    }
}
