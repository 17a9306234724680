package io.archivero.examples.http;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Who does the work: a virtual thread for each request where Java has them (from 21 on), else as many threads as there may be connections. */
final class Workers {
    private static final long IDLE_SECONDS = 30;

    private Workers() {}

    static ExecutorService open(int connections) {
        return virtual().orElseGet(() -> pool(connections));
    }

    /** A method of the public API, looked up because this code is compiled for a Java that does not have it yet. */
    private static Optional<ExecutorService> virtual() {
        try {
            var open = MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
            return Optional.of((ExecutorService) open.invokeExact());
        } catch (NoSuchMethodException | UnsupportedOperationException e) {
            return Optional.empty(); // Java before 19, or one that has them as a preview only
        } catch (Throwable e) {
            throw new IllegalStateException("virtual threads are there and do not start", e);
        }
    }

    /** A connection has one request at a time, so nobody waits for long in the queue. */
    static ExecutorService pool(int connections) {
        var pool = new ThreadPoolExecutor(
                connections, connections, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
