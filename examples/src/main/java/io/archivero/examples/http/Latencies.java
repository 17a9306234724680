package io.archivero.examples.http;

import java.util.Arrays;
import java.util.List;

/**
 * How long requests took.
 *
 * @param sorted nanoseconds
 */
record Latencies(long[] sorted) {
    static Latencies of(List<long[]> parts) {
        var all = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Latencies(all);
    }

    int count() {
        return sorted.length;
    }

    /** Returns the milliseconds that so many percent of the requests did not exceed; 0 if there was none. */
    double millis(double percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(sorted.length * percent / 100);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
