package io.archivero.benchmarks;

import io.archivero.Environment;
import io.archivero.testkit.InMemoryDocumentRepository;
import io.archivero.testkit.InMemoryDocumentStore;
import java.sql.SQLException;
import java.util.Locale;

/**
 * What the library itself costs, without a database: validation, decisions and results, over a map in memory.
 *
 * @param workload what the batches did
 * @param micros the median of the microseconds per item
 * @param bytes the median of the bytes allocated per item
 */
public record CoreCost(Workload workload, double micros, double bytes) {
    private static final int SIZE = 250;
    private static final int WARM_UPS = 400;
    private static final int ROUNDS = 200;

    /** Measures a workload. */
    public static CoreCost measure(Workload workload) throws SQLException {
        var store = new InMemoryDocumentStore();
        try (var repository = InMemoryDocumentRepository.builder(store).build()) {
            var book = CardBook.ofNeighbours(SIZE);
            repository.batchUpsertByExternalId(Environment.TEST, book.cards());
            var untold = new Tally();
            var tally = new Tally();
            for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
                if (workload == Workload.CREATE) {
                    store.clear();
                }
                var items = book.batches(workload, 1, SIZE).get(0).items();
                // Throws unless every item is stored.
                (round < WARM_UPS ? untold : tally)
                        .time(1, SIZE, () -> repository.batchUpsertByExternalId(Environment.TEST, items));
            }
            var series = tally.series(workload.label(), "");
            return new CoreCost(workload, series.time().median() / SIZE, series.bytes());
        }
    }

    /** Returns the line for the terminal. */
    public String line() {
        return String.format(
                Locale.ROOT, "CORE %s micros-per-item=%.1f bytes-per-item=%.0f", workload.label(), micros, bytes);
    }
}
