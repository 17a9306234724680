package io.archivero.benchmarks;

import com.sun.management.ThreadMXBean;
import io.archivero.benchmarks.Series.Spread;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What one variant took, while rounds go on; used by one thread. */
final class Tally {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<Double> micros = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();

    /** What is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    /** Times a turn of so many batches, each of so many items. */
    void time(int batches, int size, Work work) throws SQLException {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long begin = System.nanoTime();
        work.run();
        long nanos = System.nanoTime() - begin;
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        micros.add(nanos / 1_000.0 / batches);
        bytes.add((double) allocated / batches / size);
    }

    /** Notes a round without a turn. */
    void sitOut() {
        micros.add(Double.NaN);
    }

    /** Returns what was noted. */
    Series series(String name, String cannotTell) {
        return new Series(
                name, cannotTell, array(micros), Spread.of(array(bytes)).median());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
