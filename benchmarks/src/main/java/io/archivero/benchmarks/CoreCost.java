package io.archivero.benchmarks;

import com.sun.management.ThreadMXBean;
import io.archivero.Environment;
import io.archivero.benchmarks.Series.Spread;
import io.archivero.testkit.InMemoryDocumentRepository;
import io.archivero.testkit.InMemoryDocumentStore;
import java.lang.management.ManagementFactory;

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
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Measures a workload. */
    public static CoreCost measure(Workload workload) {
        var store = new InMemoryDocumentStore();
        try (var repository = InMemoryDocumentRepository.builder(store).build()) {
            var book = CardBook.ofNeighbours(SIZE);
            repository.batchUpsertByExternalId(Environment.TEST, book.cards(0, SIZE));
            var micros = new double[ROUNDS];
            var bytes = new double[ROUNDS];
            for (int round = -WARM_UPS; round < ROUNDS; round++) {
                if (workload == Workload.CREATE) {
                    store.clear();
                }
                var batch = book.batches(workload, 1, SIZE).get(0);
                long allocated = THREADS.getCurrentThreadAllocatedBytes();
                long begin = System.nanoTime();
                var result = repository.batchUpsertByExternalId(Environment.TEST, batch.items());
                long nanos = System.nanoTime() - begin;
                allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
                if (!result.allStored()) {
                    throw new IllegalStateException("a card was not stored");
                }
                if (round >= 0) {
                    micros[round] = nanos / 1_000.0 / SIZE;
                    bytes[round] = (double) allocated / SIZE;
                }
            }
            return new CoreCost(
                    workload, Spread.of(micros).median(), Spread.of(bytes).median());
        }
    }
}
