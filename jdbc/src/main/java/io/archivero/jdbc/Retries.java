package io.archivero.jdbc;

import io.archivero.RetryPolicy;
import io.archivero.StoreUnavailableException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work again after a transient refusal of the database, as often and as patiently as the policy says. */
final class Retries {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    /** Says that the work failed for a reason that may be gone next time, and that nothing of it was written. */
    static final class TransientFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException reported;

        TransientFailure(RuntimeException reported) {
            super(reported.getMessage(), reported, false, false);
            this.reported = reported;
        }

        /** Returns what the caller is told if there is no next time. */
        RuntimeException reported() {
            return reported;
        }
    }

    private final RetryPolicy policy;

    Retries(RetryPolicy policy) {
        this.policy = policy;
    }

    <T> T run(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (TransientFailure failure) {
                if (attempt >= policy.attempts()) {
                    LOG.warn(
                            "gave up after {} attempts: {}",
                            attempt,
                            failure.reported().getMessage());
                    throw failure.reported();
                }
                LOG.debug(
                        "attempt {} failed, trying again: {}",
                        attempt,
                        failure.reported().getMessage());
                await(attempt);
            }
        }
    }

    /** Waits a random time, so that rivals do not meet again. */
    private void await(int attempt) {
        // A delay may be "forever": convert stops at the largest number of nanoseconds that there is.
        long longest = TimeUnit.NANOSECONDS.convert(policy.longestDelay(attempt + 1));
        try {
            TimeUnit.NANOSECONDS.sleep(ThreadLocalRandom.current().nextLong(Math.max(1, longest)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while waiting to try again, nothing was written", e);
        }
    }
}
