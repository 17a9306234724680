package io.archivero.micrometer;

import io.archivero.CallEvent;
import io.archivero.ItemOutcome;
import io.archivero.RepositoryListener;
import io.archivero.RetryEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;

/**
 * Counts and times the calls of a repository. Set it on the builder: {@code listener(new MicrometerListener(registry))}. Safe for use
 * by many threads and for several repositories.
 *
 * <table>
 *   <caption>The meters; each also has the tags {@code operation} and {@code environment}</caption>
 *   <tr><th>name</th><th>what</th><th>further tags</th></tr>
 *   <tr><td>{@code archivero.calls}</td><td>timer of calls</td><td>{@code result}: {@code success} or {@code failure};
 *       {@code exception}: the simple name of its class, or {@code none}</td></tr>
 *   <tr><td>{@code archivero.items}</td><td>counter of items answered, refused batches included</td><td>{@code outcome}</td></tr>
 *   <tr><td>{@code archivero.documents}</td><td>counter of documents returned, changed or removed by calls without items</td><td></td></tr>
 *   <tr><td>{@code archivero.retries}</td><td>counter of attempts that were refused and begun again</td><td>{@code reason}: the
 *       SQLSTATE</td></tr>
 * </table>
 *
 * <p>Values of tags are lower case, {@code batch_upsert_by_external_id} say, but for exceptions and reasons. What a preview says of its
 * items counts under its own operation.
 */
public final class MicrometerListener implements RepositoryListener {
    private final MeterProvider<Timer> calls;
    private final MeterProvider<Counter> items;
    private final MeterProvider<Counter> documents;
    private final MeterProvider<Counter> retries;

    /** Keeps the meters in that registry. */
    public MicrometerListener(MeterRegistry registry) {
        Objects.requireNonNull(registry, "registry");
        calls = Timer.builder("archivero.calls")
                .description("Calls of the document repository")
                .withRegistry(registry);
        items = Counter.builder("archivero.items")
                .description("Items of batches, by what became of them")
                .withRegistry(registry);
        documents = Counter.builder("archivero.documents")
                .description("Documents returned, changed or removed by calls without items")
                .withRegistry(registry);
        retries = Counter.builder("archivero.retries")
                .description("Attempts that the database refused and that were begun again")
                .withRegistry(registry);
    }

    @Override
    public void onCall(CallEvent call) {
        var tags = Tags.of(
                "operation",
                call.operation().wireName(),
                "environment",
                call.environment().wireName());
        var failure = call.failure();
        calls.withTags(tags.and(
                        "result", failure == null ? "success" : "failure",
                        "exception", failure == null ? "none" : failure.getSimpleName()))
                .record(call.duration());
        call.outcomes().forEach((outcome, count) -> count(tags, outcome, count));
        if (call.documents() > 0) {
            documents.withTags(tags).increment((double) call.documents());
        }
    }

    private void count(Tags tags, ItemOutcome outcome, int count) {
        if (count > 0) {
            items.withTags(tags.and("outcome", outcome.wireName())).increment(count);
        }
    }

    @Override
    public void onRetry(RetryEvent retry) {
        retries.withTags(
                        "operation", retry.operation().wireName(),
                        "environment", retry.environment().wireName(),
                        "reason", retry.reason())
                .increment();
    }
}
