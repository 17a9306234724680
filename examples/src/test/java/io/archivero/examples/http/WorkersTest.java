package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The workers")
class WorkersTest {
    @Test
    @DisplayName("are virtual threads where Java has them, and a bounded pool where not")
    void kind() throws Exception {
        var workers = Workers.open(3);
        boolean isPool = workers instanceof ThreadPoolExecutor;
        assertEquals(Runtime.version().feature() < 21, isPool);
        workers.shutdown();
    }

    @Test
    @DisplayName("of a pool all work at once, and no more of them")
    void pool() throws Exception {
        var pool = Workers.pool(3);
        var atOnce = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            pool.execute(() -> {
                atOnce.countDown();
                try {
                    atOnce.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        atOnce.await();
        pool.execute(() -> {});
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
        assertEquals(3, ((ThreadPoolExecutor) pool).getLargestPoolSize());
    }
}
