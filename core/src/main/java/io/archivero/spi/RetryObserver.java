package io.archivero.spi;

import java.time.Duration;

/** Is told by a store of what it tries again in the course of one call; see {@link DocumentStore#observedBy}. */
@FunctionalInterface
public interface RetryObserver {
    /** Is told nothing. */
    RetryObserver NONE = (attempt, reason, delay) -> {};

    /**
     * Is told that an attempt was refused, before the wait for the next one. Must not throw.
     *
     * @param attempt which attempt, from 1
     * @param reason the SQLSTATE, or the name of an exception's class; never a message
     * @param delay how long the store waits now
     */
    void retried(int attempt, String reason, Duration delay);
}
