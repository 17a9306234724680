package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many threads over one disk of our own: it keeps, at each checkpoint, what was committed when that began. */
class CheckpointsStressTest {
    private static final int THREADS = 6;
    private static final int CALLS = 1_500;

    private final Checkpoints checkpoints = new Checkpoints();
    private final AtomicLong committed = new AtomicLong();
    private final AtomicLong durable = new AtomicLong();
    private final AtomicLong syncs = new AtomicLong();

    /** What the last commit of a thread was, of all that were made. */
    private final ThreadLocal<Long> mine = ThreadLocal.withInitial(() -> 0L);

    private interface Call {
        Object on(String method);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> call.on(method.getName())));
    }

    private final Connection connection = proxy(Connection.class, method -> switch (method) {
        case "commit" -> {
            mine.set(committed.incrementAndGet());
            pause();
            yield null;
        }
        case "isWrapperFor" -> false;
        case "createStatement" -> proxy(Statement.class, this::onStatement);
        default -> null;
    });

    /** Lets others come between. */
    private static void pause() {
        for (int i = 0; i < 10; i++) {
            Thread.yield();
        }
    }

    private Object onStatement(String method) {
        if (method.equals("execute")) {
            long begin = committed.get();
            syncs.incrementAndGet();
            pause();
            durable.accumulateAndGet(begin, Math::max);
            return false;
        }
        return null;
    }

    private Void work(int thread) throws Exception {
        for (int i = 0; i < CALLS; i++) {
            if ((i + thread) % 3 == 0) {
                long seen = committed.get();
                checkpoints.settle(connection);
                assertTrue(durable.get() >= seen, "who has seen a commit was let go before it was on the disk");
            } else {
                checkpoints.commit(connection);
                assertTrue(durable.get() >= mine.get(), "a commit returned before it was on the disk");
            }
        }
        return null;
    }

    @Test
    @DisplayName("Nobody is let go before what he committed, or saw, is on the disk; and checkpoints are shared")
    void threads() throws Exception {
        var start = new CyclicBarrier(THREADS);
        var executor = Executors.newFixedThreadPool(THREADS);
        try {
            var running = new ArrayList<Future<Void>>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                Callable<Void> task = () -> {
                    start.await();
                    return work(thread);
                };
                running.add(executor.submit(task));
            }
            for (var each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            executor.shutdownNow();
        }
        assertEquals(committed.get(), durable.get());
        assertTrue(syncs.get() < (long) THREADS * CALLS, () -> syncs + " checkpoints");
    }
}
