package io.archivero;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Counts the bytes that work allocates: a measure of what an input costs that is the same on a slow machine and a fast one. */
public final class Allocation {
    private static final int ROUNDS = 2;

    static {
        for (var name : List.of("java.management", "jdk.management")) {
            Allocation.class
                    .getModule()
                    .addReads(ModuleLayer.boot().findModule(name).orElseThrow());
        }
    }

    private Allocation() {}

    /** Returns the least of a few rounds: the first one also loads classes and fills caches. */
    public static long of(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
