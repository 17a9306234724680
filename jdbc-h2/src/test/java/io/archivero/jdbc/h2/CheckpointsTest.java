package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Over a connection whose checkpoints are counted, and wait until they may go on. */
class CheckpointsTest {
    private final Checkpoints checkpoints = new Checkpoints();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Semaphore commits = new Semaphore(0);
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore permits = new Semaphore(0);
    private final AtomicInteger counted = new AtomicInteger();
    private final Queue<SQLException> failures = new ConcurrentLinkedQueue<>();

    private final Connection connection = proxy(Connection.class, name -> {
        if (name.equals("commit")) {
            commits.release();
        }
        return switch (name) {
            case "isWrapperFor" -> false;
            case "createStatement" -> proxy(Statement.class, this::onStatement);
            default -> null;
        };
    });

    private interface Call {
        Object on(String method) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> call.on(method.getName())));
    }

    private Object onStatement(String method) throws Exception {
        if (!method.equals("execute")) {
            return null;
        }
        counted.incrementAndGet();
        begun.release();
        permits.acquire();
        var failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return false;
    }

    private Future<?> commit() {
        return threads.submit(() -> {
            checkpoints.commit(connection);
            return null;
        });
    }

    private static void await(Semaphore event, int times) throws InterruptedException {
        assertTrue(event.tryAcquire(times, 30, TimeUnit.SECONDS));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    @DisplayName("Commits that come while a checkpoint runs share the next one")
    void shared() throws Exception {
        var all = new ArrayList<Future<?>>();
        all.add(commit());
        await(begun, 1);
        for (int i = 0; i < 7; i++) {
            all.add(commit());
        }
        await(commits, 8);
        permits.release(8);
        for (var one : all) {
            one.get(30, TimeUnit.SECONDS);
        }
        // Those that had committed, but not yet drawn their number when the second one began, need a third.
        assertTrue(counted.get() >= 2 && counted.get() <= 3, () -> counted + " checkpoints");
    }

    @Test
    @DisplayName("Whoever has read what is not yet on the disk waits for it, and nobody else")
    void settled() throws Exception {
        checkpoints.settle(connection);
        assertEquals(0, counted.get());
        var writer = commit();
        await(begun, 1);
        var reader = new FutureTask<>(() -> {
            checkpoints.settle(connection);
            return null;
        });
        var thread = new Thread(reader);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        permits.release(1);
        await(begun, 1);
        permits.release(1);
        reader.get(30, TimeUnit.SECONDS);
        writer.get(30, TimeUnit.SECONDS);
        int before = counted.get();
        checkpoints.settle(connection);
        assertEquals(before, counted.get());
    }

    @Test
    @DisplayName("After a checkpoint that failed, the next reader makes up for it")
    void failed() throws Exception {
        failures.add(new SQLException("no disk", "58030"));
        permits.release(2);
        assertUnknown(0);
        checkpoints.settle(connection);
        assertEquals(2, counted.get());
    }

    @Test
    @DisplayName("A lock that takes too long after the commit is waited for again, for it is no rollback")
    void lockedFor() throws Exception {
        failures.add(lockTimeout());
        permits.release(2);
        checkpoints.commit(connection);
        assertEquals(2, counted.get());
        assertEquals(1, commits.availablePermits());
    }

    @Test
    @DisplayName("A lock that takes too long again and again leaves it open whether the commit will last")
    void lockedForGood() {
        failures.addAll(List.of(lockTimeout(), lockTimeout(), lockTimeout()));
        permits.release(3);
        assertUnknown(50200);
        assertEquals(1, commits.availablePermits());
    }

    private static SQLException lockTimeout() {
        return new SQLException("locked", "HYT00", 50200);
    }

    private void assertUnknown(int code) {
        var failure = assertThrows(SQLException.class, () -> checkpoints.commit(connection));
        assertEquals("40003", failure.getSQLState());
        assertEquals(code, failure.getErrorCode());
    }
}
