package io.archivero.benchmarks.jmh;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What the calls of one thread allocate: JMH's own profiler counts what making and checking the batches allocates too. A state
 * says where a call begins and ends.
 */
public final class CallAllocation implements InternalProfiler {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static long bytes;
    private static long calls;

    /** Returns what the calling thread has allocated so far. */
    static long now() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Counts a call that began when so much had been allocated. */
    static void add(long before) {
        bytes += now() - before;
        calls++;
    }

    @Override
    public String getDescription() {
        return "What the benchmarked calls allocate";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        bytes = 0;
        calls = 0;
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        return calls == 0
                ? List.of()
                : List.of(new ScalarResult("call.alloc.norm", (double) bytes / calls, "B/op", AggregationPolicy.AVG));
    }
}
