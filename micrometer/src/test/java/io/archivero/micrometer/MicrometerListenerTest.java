package io.archivero.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.archivero.BatchRejectedException;
import io.archivero.CallEvent;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.Operation;
import io.archivero.RetryEvent;
import io.archivero.Scope;
import io.archivero.StoreUnavailableException;
import io.archivero.testkit.InMemoryDocumentRepository;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The listener for Micrometer")
class MicrometerListenerTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerListener listener = new MicrometerListener(registry);
    private final AtomicLong nanos = new AtomicLong();
    private final DocumentRepository repository = InMemoryDocumentRepository.builder()
            .listener(listener)
            .ticker(() -> nanos.getAndAdd(2_000_000))
            .build();

    @Test
    @DisplayName("times calls by operation, environment and result")
    void times() {
        repository.upsertByExternalId(Environment.TEST, item("a"));
        repository.upsertByExternalId(Environment.TEST, item("b"));
        repository.upsertByExternalId(Environment.LIVE, item("a"));
        assertThrows(BatchRejectedException.class, () -> repository.upsertByExternalId(Environment.LIVE, invalid()));
        assertEquals(2, calls("test", "success", "none"));
        assertEquals(1, calls("live", "success", "none"));
        assertEquals(1, calls("live", "failure", "BatchRejectedException"));
        var timer = registry.get("archivero.calls")
                .tags("environment", "test", "operation", "upsert_by_external_id")
                .timer();
        assertEquals(4.0, timer.totalTime(TimeUnit.MILLISECONDS));
    }

    @Test
    @DisplayName("counts items by outcome, those of refused batches included")
    void countsItems() {
        repository.batchUpsertByExternalId(Environment.TEST, List.of(item("a"), item("b"), invalid()), false);
        assertThrows(
                BatchRejectedException.class,
                () -> repository.batchUpsertByExternalId(Environment.TEST, List.of(item("c"), invalid())));
        assertEquals(
                Map.of("created", 2.0, "invalid", 2.0, "not_applied", 1.0),
                registry.get("archivero.items").tag("operation", "batch_upsert_by_external_id").counters().stream()
                        .collect(Collectors.toMap(
                                counter -> counter.getId().getTag("outcome"), counter -> counter.count())));
    }

    @Test
    @DisplayName("counts documents that calls without items return")
    void countsDocuments() {
        repository.batchUpsertByExternalId(Environment.TEST, List.of(item("a"), item("b")));
        repository.findAllByExternalId(Environment.TEST, List.of("a", "b", "c"));
        repository.findByExternalId(Environment.TEST, "c");
        var counters = registry.get("archivero.documents").counters();
        assertEquals(
                List.of("find_all_by_external_id 2.0"),
                counters.stream()
                        .map(counter -> counter.getId().getTag("operation") + " " + counter.count())
                        .toList());
    }

    @Test
    @DisplayName("counts retries by reason")
    void countsRetries() {
        var retry = new RetryEvent(Operation.COUNT, Environment.LIVE, 1, "40001", Duration.ZERO);
        listener.onRetry(retry);
        listener.onRetry(retry);
        listener.onCall(new CallEvent(
                Operation.COUNT,
                Environment.LIVE,
                Map.of(),
                0,
                Duration.ofSeconds(1),
                2,
                StoreUnavailableException.class));
        var tags = List.of("operation", "count", "environment", "live");
        assertEquals(
                2,
                registry.get("archivero.retries")
                        .tags(tags.toArray(String[]::new))
                        .tag("reason", "40001")
                        .counter()
                        .count());
    }

    @Test
    @DisplayName("has the meters and tags that its documentation names, and no others")
    void documented() {
        countsItems();
        countsDocuments();
        countsRetries();
        assertEquals(
                Set.of(
                        "archivero.calls [environment, exception, operation, result]",
                        "archivero.items [environment, operation, outcome]",
                        "archivero.documents [environment, operation]",
                        "archivero.retries [environment, operation, reason]"),
                registry.getMeters().stream()
                        .map(MicrometerListenerTest::describe)
                        .collect(Collectors.toSet()));
    }

    private static String describe(Meter meter) {
        var tags = meter.getId().getTags().stream().map(tag -> tag.getKey()).toList();
        return meter.getId().getName() + " " + tags;
    }

    private long calls(String environment, String result, String exception) {
        return registry.get("archivero.calls")
                .tags("operation", "upsert_by_external_id", "environment", environment)
                .tags("result", result, "exception", exception)
                .timer()
                .count();
    }

    private static DocumentUpsert item(String externalId) {
        return DocumentUpsert.builder(externalId)
                .clientId(new UUID(1, 2))
                .scope(Scope.US)
                .type("passport")
                .build();
    }

    private static DocumentUpsert invalid() {
        return item("invalid").toBuilder().type("NOT A TYPE").build();
    }
}
