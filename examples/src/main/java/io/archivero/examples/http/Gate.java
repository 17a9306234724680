package io.archivero.examples.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many requests into the store at once. Their bodies have been read by then: slow senders hold no place. */
final class Gate {
    private final Semaphore places;
    private final Duration patience;

    /** Others wait so long for a place, and are turned away then. */
    Gate(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    <T> T pass(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.passing(ProblemType.TOO_MANY_REQUESTS, "Nothing was written. Try again a little later.");
    }
}
