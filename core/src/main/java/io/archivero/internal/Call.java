package io.archivero.internal;

import io.archivero.BatchRejectedException;
import io.archivero.CallEvent;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.Operation;
import io.archivero.RepositoryListener;
import io.archivero.RetryEvent;
import io.archivero.spi.DocumentStore;
import io.archivero.spi.RetryObserver;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One call, from its begin to its end. */
final class Call implements RetryObserver {
    private final Operation operation;
    private final Environment environment;
    private final RepositoryListener listener;
    private final LongSupplier ticker;
    private final long begin;
    private int retries;

    Call(Operation operation, Environment environment, RepositoryListener listener, LongSupplier ticker) {
        this.operation = operation;
        this.environment = environment;
        this.listener = listener;
        this.ticker = ticker;
        this.begin = ticker.getAsLong();
    }

    /** Runs its work; if that fails, the call has ended. */
    <T> T run(DocumentStore store, Function<DocumentStore, T> work) {
        try {
            return work.apply(store.observedBy(this));
        } catch (Throwable failure) {
            failed(failure, 0);
            throw failure;
        }
    }

    void succeeded(Map<ItemOutcome, Integer> outcomes, long documents) {
        end(outcomes, documents, null);
    }

    void failed(Throwable failure, long documents) {
        Map<ItemOutcome, Integer> outcomes = failure instanceof BatchRejectedException refused
                ? refused.result().counts()
                : Map.of();
        end(outcomes, documents, failure.getClass());
    }

    @Override
    public void retried(int attempt, String reason, Duration delay) {
        retries++;
        listener.onRetry(new RetryEvent(operation, environment, attempt, reason, delay));
    }

    private void end(Map<ItemOutcome, Integer> outcomes, long documents, @Nullable Class<? extends Throwable> failure) {
        var duration = Duration.ofNanos(ticker.getAsLong() - begin);
        listener.onCall(new CallEvent(operation, environment, outcomes, documents, duration, retries, failure));
    }
}
