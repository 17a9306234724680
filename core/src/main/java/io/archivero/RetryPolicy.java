package io.archivero;

import java.time.Duration;
import java.util.Objects;

/**
 * How often a call that owns its transaction is run again after a transient refusal of the database (a deadlock, a
 * serialization failure, a lock time-out), and how long it waits in between. The wait before attempt n+1 is random, up to
 * {@code firstDelay} doubled n-1 times, and never above {@code maxDelay}.
 *
 * @param attempts how often the work is run at most, the first time included; at least 1
 * @param firstDelay the longest wait before the second attempt; not negative
 * @param maxDelay the longest wait before any attempt; not negative
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration maxDelay) {
    /** Twenty attempts, waits of up to 5 milliseconds at first and half a second at most. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(20, Duration.ofMillis(5), Duration.ofMillis(500));
    /** One attempt: nothing is retried. */
    public static final RetryPolicy NEVER = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if there is no attempt, or a delay is negative
     */
    public RetryPolicy {
        Objects.requireNonNull(firstDelay, "firstDelay");
        Objects.requireNonNull(maxDelay, "maxDelay");
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, not " + attempts);
        }
        if (firstDelay.isNegative() || maxDelay.isNegative()) {
            throw new IllegalArgumentException("a delay must not be negative");
        }
    }

    /** Returns the longest wait before that attempt, of which the second is the first to wait. */
    public Duration longestDelay(int attempt) {
        int doublings = Math.max(0, Math.min(attempt - 2, 30));
        return firstDelay.compareTo(maxDelay.dividedBy(1L << doublings)) > 0
                ? maxDelay
                : firstDelay.multipliedBy(1L << doublings);
    }
}
