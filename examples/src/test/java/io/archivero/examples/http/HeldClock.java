package io.archivero.examples.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A clock that can hold up whoever looks at it: so a batch stays in progress for as long as a test wants. */
final class HeldClock extends Clock {
    private @Nullable CountDownLatch arrived;
    private CountDownLatch released = new CountDownLatch(0);

    /** From now on holds up everybody. */
    synchronized void hold() {
        arrived = new CountDownLatch(1);
        released = new CountDownLatch(1);
    }

    /** Returns when somebody is held up. */
    void awaitArrival() throws InterruptedException {
        CountDownLatch latch;
        synchronized (this) {
            latch = arrived;
        }
        if (latch == null) {
            throw new IllegalStateException("nobody is held up");
        }
        latch.await();
    }

    /** Lets everybody go. */
    synchronized void release() {
        released.countDown();
    }

    @Override
    public Instant instant() {
        CountDownLatch gate;
        synchronized (this) {
            if (arrived != null) {
                arrived.countDown();
            }
            gate = released;
        }
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while held up", e);
        }
        return Instant.parse("2026-03-01T10:15:30Z");
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("it shows instants only");
    }
}
