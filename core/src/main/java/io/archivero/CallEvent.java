package io.archivero;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of a {@link DocumentRepository} that has ended, well or badly. It holds no value of a document, so it may be logged whole.
 *
 * @param operation what was called
 * @param environment where
 * @param outcomes of a call with items, how many ended in each outcome, zeros included, whether it was answered or refused; empty
 *     for other calls, and for a call that failed before its items were answered; unmodifiable
 * @param documents of a call without items, how many documents it returned, changed or removed; 0 for other calls, and where it failed
 * @param duration how long the call took, waits for a connection and between attempts included
 * @param retries how often it was begun again after a transient refusal of the database
 * @param failure the class of what the call threw; null if it returned
 */
public record CallEvent(
        Operation operation,
        Environment environment,
        Map<ItemOutcome, Integer> outcomes,
        long documents,
        Duration duration,
        int retries,
        @Nullable Class<? extends Throwable> failure) {

    /** Copies the map; refuses nulls, but for the failure. */
    public CallEvent {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(environment, "environment");
        var copy = new EnumMap<ItemOutcome, Integer>(ItemOutcome.class);
        copy.putAll(outcomes);
        outcomes = Collections.unmodifiableMap(copy);
        Objects.requireNonNull(duration, "duration");
    }

    /** Tells whether the call returned, rather than threw. */
    public boolean succeeded() {
        return failure == null;
    }
}
