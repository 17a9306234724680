package io.archivero.examples;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Ctrl-C (or a plain {@code kill}) interrupts the thread at work, and the process ends as soon as that has cleaned up. */
final class StopSignal {
    private static final int PATIENCE_SECONDS = 60;

    private StopSignal() {}

    /** Does work that ends early when its thread is interrupted; returns what it returned. */
    static int heed(IntSupplier work) {
        var worker = Thread.currentThread();
        var ended = new CountDownLatch(1);
        var hook = new Thread(() -> {
            worker.interrupt();
            awaitOrGiveUp(ended);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.getAsInt();
        } finally {
            ended.countDown();
        }
    }

    private static void awaitOrGiveUp(CountDownLatch ended) {
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
