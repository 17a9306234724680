package io.archivero.examples.soak;

import io.archivero.Durability;
import io.archivero.jdbc.h2.H2DocumentRepository;
import io.archivero.testkit.history.Anomaly;
import io.archivero.testkit.history.Fact;
import io.archivero.testkit.history.RecordedCall;
import io.archivero.testkit.history.SeenState;
import io.archivero.testkit.rivals.RivalProcess;
import io.archivero.testkit.rivals.Rivals;
import io.archivero.testkit.rivals.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/** Processes that have a file of H2 open, one after the other, each killed in the middle of its work. */
final class CrashStage implements Stage {
    /** What it counts. */
    static final String KILLED = "processes killed";

    private static final int THREADS = 4;
    private static final int MOST_LINES = 600;

    private final Path directory;

    CrashStage(Path directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "H2 file, killed";
    }

    @Override
    public List<Anomaly> run(int round, long nanos, Tally tally) throws Exception {
        var random = new Random(round);
        var file = directory.resolve("killed-" + round);
        var durability = round % 2 == 0 ? Durability.PROCESS_CRASH : Durability.POWER_LOSS;
        var calls = new ArrayList<RecordedCall>();
        long begin = System.nanoTime();
        for (int i = 0; i == 0 || System.nanoTime() - begin < nanos; i++) {
            var process = RivalProcess.start(
                    SoakProcess.class,
                    "killed" + i,
                    THREADS,
                    Integer.MAX_VALUE,
                    31L * round + i,
                    file.toString(),
                    durability.name());
            process.killAfter(1 + random.nextInt(MOST_LINES));
            calls.addAll(process.await());
            tally.count(KILLED);
        }
        calls.forEach(call -> count(call, tally));
        try (var repository = H2DocumentRepository.open(file)) {
            return Rivals.check(repository, promised(calls));
        }
    }

    /** One version of a document; the next process may well make another of that number. */
    private record Version(String key, SeenState state) {
        static Version of(Fact fact) {
            return new Version(fact.key(), Objects.requireNonNull(fact.state()));
        }
    }

    /**
     * Leaves out who saw what nobody was promised. H2 shows what is committed before it is in the file: it may be seen by others, and
     * gone with the process, while the call that wrote it never came to an end.
     */
    private static List<RecordedCall> promised(List<RecordedCall> calls) {
        var promised = calls.stream()
                .flatMap(call -> call.facts().stream().filter(fact -> isPromise(call, fact)))
                .map(Version::of)
                .collect(Collectors.toSet());
        return calls.stream()
                .map(call -> new RecordedCall(
                        call.begin(),
                        call.end(),
                        call.shape(),
                        call.facts().stream()
                                .filter(fact -> fact.state() == null || promised.contains(Version.of(fact)))
                                .toList()))
                .toList();
    }

    /** Who is told what became of a write, unchanged ones included, may count on it. */
    private static boolean isPromise(RecordedCall call, Fact fact) {
        return switch (fact.kind()) {
            case CREATED, UPDATED -> true;
            case SEEN, STALE -> call.shape() == RecordedCall.Shape.BATCH;
            case CONFLICTED, ABSENT, MAYBE_WRITTEN, DELETED, MAYBE_DELETED -> false;
        };
    }

    /** Who was killed has counted nothing. */
    private static void count(RecordedCall call, Tally tally) {
        if (call.end() == RecordedCall.OPEN) {
            tally.count(Tally.UNKNOWN);
        } else if (call.facts().stream().anyMatch(CrashStage::isChange)) {
            tally.count(Tally.ACKNOWLEDGED);
        } else {
            tally.count(Tally.READ);
        }
    }

    private static boolean isChange(Fact fact) {
        return switch (fact.kind()) {
            case CREATED, UPDATED, DELETED, MAYBE_DELETED -> true;
            case SEEN, CONFLICTED, STALE, ABSENT, MAYBE_WRITTEN -> false;
        };
    }
}
