package io.archivero.jdbc.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.archivero.testkit.WireProxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The wire to PostgreSQL is cut at every message of every operation. A caller is told {@code UnknownOutcomeException} exactly when the
 * cut came between the request to commit and its answer, and what he is told is true. The system property
 * {@code archivero.wires=all} has it cut at every message in every way, which takes minutes.
 */
@DisplayName("A wire that is cut")
class PostgresWireTest {
    private static final boolean ALL = "all".equals(System.getProperty("archivero.wires"));
    private static final int MOST_SHOWN = 5;
    /** Of the other operations, every so many messages. */
    private static final int SOME = 5;
    /** A silent cut costs the patience of a caller. */
    private static final int SILENT_EVERY = 23;

    private static final Set<String> EVERY_MESSAGE = Set.of(
            "an atomic batch that creates, updates and leaves alone",
            "a partial batch that updates",
            "a single upsert that updates");

    private final WireStore store = new WireStore();
    private final AtomicInteger turn = new AtomicInteger();

    PostgresWireTest() throws SQLException {}

    @AfterEach
    void close() {
        store.close();
    }

    @TestFactory
    @DisplayName("under a connection on which nothing was done before")
    Stream<DynamicTest> fresh() {
        return trials(false);
    }

    @TestFactory
    @DisplayName("under a connection on which the same was done before")
    Stream<DynamicTest> warm() {
        return trials(true);
    }

    private Stream<DynamicTest> trials(boolean warm) {
        return WireOperations.all().stream()
                .filter(operation -> !warm || ALL || EVERY_MESSAGE.contains(operation.name()))
                .map(operation -> dynamicTest("during " + operation.name(), () -> run(operation, warm)));
    }

    /** Returns all cuts, or one at each message, or one at some of them: each kind in its turn, and the silent ones rarely. */
    private List<WireCut> chosen(WireOperation operation, List<WireCut> cuts) {
        if (ALL) {
            return cuts;
        }
        int step = EVERY_MESSAGE.contains(operation.name()) ? 1 : SOME;
        var chosen = new ArrayList<WireCut>();
        for (var direction : WireProxy.Direction.values()) {
            for (int i = turn.get() % step; ; i += step) {
                int index = i;
                boolean silent = turn.incrementAndGet() % SILENT_EVERY == 0;
                var kinds = cuts.stream()
                        .filter(cut -> cut.direction() == direction && cut.index() >= index && cut.isSilent() == silent)
                        .limit(silent ? 3 : 6)
                        .toList();
                if (kinds.isEmpty()) {
                    break;
                }
                var cut = kinds.get(turn.get() / (silent ? SILENT_EVERY : 1) % kinds.size());
                i = Math.max(i, cut.index());
                chosen.add(cut);
            }
        }
        return chosen;
    }

    private void run(WireOperation operation, boolean warm) throws SQLException {
        try (var trial = new WireTrial(store, operation, warm)) {
            trial.listen();
            var cuts = chosen(operation, trial.cuts());
            var wrong = new ArrayList<String>();
            for (var cut : cuts) {
                wrong.addAll(trial.run(cut));
            }
            assertEquals(
                    "",
                    String.join("\n", wrong.subList(0, Math.min(wrong.size(), MOST_SHOWN))),
                    () -> wrong.size() + " wrongs in " + cuts.size() + " cuts of " + trial.trace());
        }
    }
}
