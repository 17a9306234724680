package io.archivero;

import java.time.Duration;
import java.util.Objects;

/**
 * An attempt of a call that a database refused for a reason that may be gone next time: the call is about to be begun again. It holds
 * no value of a document.
 *
 * @param operation what was called
 * @param environment where
 * @param attempt which attempt was refused, from 1
 * @param reason the SQLSTATE of the refusal, for example {@code 40001}; where it has none, the name of the exception's class
 * @param delay how long the call waits before the next attempt
 */
public record RetryEvent(Operation operation, Environment environment, int attempt, String reason, Duration delay) {
    /** Refuses nulls. */
    public RetryEvent {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(delay, "delay");
    }
}
