package io.archivero.jdbc;

import io.archivero.RetryPolicy;
import io.archivero.StoreUnavailableException;
import io.archivero.spi.RetryObserver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Runs work again after a transient refusal of the database, as often and as patiently as the policy says. */
final class Retries {
    /** Says that the work failed for a reason that may be gone next time, and that nothing of it was written. */
    static final class TransientFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException reported;
        private final String reason;

        TransientFailure(RuntimeException reported, SQLException failure) {
            super(reported.getMessage(), reported, false, false);
            this.reported = reported;
            this.reason = failure.getSQLState() == null ? failure.getClass().getName() : failure.getSQLState();
        }

        /** Returns the SQLSTATE, or else the class, of what the database threw. */
        String reason() {
            return reason;
        }

        /** Returns what the caller is told if there is no next time. */
        RuntimeException reported() {
            return reported;
        }
    }

    private final RetryPolicy policy;
    private final RetryObserver observer;

    Retries(RetryPolicy policy, RetryObserver observer) {
        this.policy = policy;
        this.observer = observer;
    }

    Retries observedBy(RetryObserver another) {
        return new Retries(policy, another);
    }

    <T> T run(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (TransientFailure failure) {
                if (attempt >= policy.attempts()) {
                    throw failure.reported();
                }
                var delay = delay(attempt);
                observer.retried(attempt, failure.reason(), delay);
                await(delay);
            }
        }
    }

    /** A random time, so that rivals do not meet again. */
    private Duration delay(int attempt) {
        // A delay may be "forever": convert stops at the largest number of nanoseconds that there is.
        long longest = TimeUnit.NANOSECONDS.convert(policy.longestDelay(attempt + 1));
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(Math.max(1, longest)));
    }

    private static void await(Duration delay) {
        try {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while waiting to try again, nothing was written", e);
        }
    }
}
