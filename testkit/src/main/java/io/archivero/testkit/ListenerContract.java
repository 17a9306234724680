package io.archivero.testkit;

import static io.archivero.ItemOutcome.CONFLICT;
import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.DUPLICATE;
import static io.archivero.ItemOutcome.INVALID;
import static io.archivero.ItemOutcome.NOT_APPLIED;
import static io.archivero.ItemOutcome.STALE;
import static io.archivero.ItemOutcome.UNCHANGED;
import static io.archivero.ItemOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchRejectedException;
import io.archivero.CallEvent;
import io.archivero.DocumentNotFoundException;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.InvalidBatchException;
import io.archivero.ItemOutcome;
import io.archivero.Operation;
import io.archivero.PageRequest;
import io.archivero.RepositoryListener;
import io.archivero.RetryEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever listens hears of every call, once, what came of it, and nothing of what is in a document. */
abstract class ListenerContract extends ContractTopic {
    private final RecordingListener listener = new RecordingListener();
    private final AtomicLong nanos = new AtomicLong(1_000);
    private final DocumentRepository watched =
            open(options -> options.clock(clock).listener(listener).ticker(() -> nanos.getAndAdd(7)));

    ListenerContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("is told once of each call of every operation there is")
    void everyOperation() {
        for (var method : EveryOperation.methods()) {
            new EveryOperation(watched, repository).call(method);
            var told = listener.forget();
            var operation = EveryOperation.of(method);
            assertEquals(
                    1,
                    told.stream().filter(call -> call.operation() == operation).count(),
                    method + ": " + told);
            // The batches of an import are calls of their own; nothing else tells of more than itself.
            assertEquals(operation == Operation.IMPORT_ALL ? 2 : 1, told.size(), method + ": " + told);
            assertTrue(told.stream().allMatch(call -> call.environment() == TEST));
        }
    }

    @Test
    @DisplayName("is told once of each call of every operation that is wrong")
    void everyWrongCall() {
        for (var method : EveryOperation.methods()) {
            if (method.isDefault()) {
                continue; // another form of one that is tried
            }
            new EveryOperation(watched, repository).callWithNull(method);
            var call = listener.onlyCall();
            assertEquals(EveryOperation.of(method), call.operation(), method.toString());
            assertNotNull(call.failure(), method.toString());
            assertFalse(call.succeeded());
        }
    }

    @Test
    @DisplayName("is not told of a call without an environment")
    void noEnvironment() {
        for (var method : EveryOperation.methods()) {
            new EveryOperation(watched, repository).callWithoutEnvironment(method);
        }
        assertEquals(List.of(), listener.calls());
    }

    @Test
    @DisplayName("is told of how many items ended in each outcome")
    void outcomes() {
        atomic(
                item("same").build(),
                item("other").build(),
                item("late").sourceVersion(9L).build());
        watched.batchUpsertByExternalId(
                TEST,
                List.of(
                        plain("new"),
                        plain("newer"),
                        item("other").size(1L).build(),
                        plain("same"),
                        item("late").sourceVersion(8L).build(),
                        invalid("bad"),
                        plain("twice"),
                        plain("twice"),
                        item("conflict").expectedVersion(9L).build()),
                false);
        var call = listener.onlyCall();
        assertTrue(call.succeeded());
        assertEquals(0, call.documents());
        assertOutcomes(
                Map.of(CREATED, 2, UPDATED, 1, UNCHANGED, 1, STALE, 1, INVALID, 1, DUPLICATE, 2, CONFLICT, 1), call);
    }

    @Test
    @DisplayName("is told of the outcomes of a refused batch, and that it was refused")
    void refusedBatch() {
        assertThrows(
                BatchRejectedException.class,
                () -> watched.batchUpsertByExternalId(TEST, List.of(plain("a"), invalid("b"), plain("c"))));
        var call = listener.onlyCall();
        assertEquals(BatchRejectedException.class, call.failure());
        assertOutcomes(Map.of(NOT_APPLIED, 2, INVALID, 1), call);
    }

    @Test
    @DisplayName("is told no outcomes of a batch that was not looked at")
    void wrongBatch() {
        assertThrows(InvalidBatchException.class, () -> watched.batchUpsertByExternalId(TEST, List.of()));
        var call = listener.onlyCall();
        assertEquals(InvalidBatchException.class, call.failure());
        assertEquals(Map.of(), call.outcomes());
    }

    @Test
    @DisplayName("is told of single upserts, previews and the steps of many documents like of batches")
    void otherItems() {
        watched.upsertByExternalId(LIVE, plain("a"));
        assertOutcomes(Map.of(CREATED, 1), listener.onlyCall());
        watched.previewBatchUpsert(LIVE, List.of(plain("a"), plain("b")));
        assertOutcomes(Map.of(UNCHANGED, 1, CREATED, 1), listener.onlyCall());
        watched.verifyAllByExternalId(LIVE, List.of("a"), "reviewer", false);
        assertEquals(
                1,
                listener.onlyCall().outcomes().values().stream()
                        .mapToInt(count -> count)
                        .sum());
    }

    @Test
    @DisplayName("is told of how many documents were returned, changed or removed")
    void documents() {
        atomic(item("a").storagePath("p").build(), plain("b"), plain("c"));
        assertDocuments(
                1, Operation.FIND_BY_ID, each -> each.findById(TEST, find("a").id()));
        assertDocuments(0, Operation.FIND_BY_ID, each -> each.findById(TEST, new UUID(0, 0)));
        assertDocuments(1, Operation.FIND_BY_EXTERNAL_ID, each -> each.findByExternalId(TEST, "a"));
        assertDocuments(
                2, Operation.FIND_ALL_BY_EXTERNAL_ID, each -> each.findAllByExternalId(TEST, List.of("a", "b", "z")));
        assertDocuments(2, Operation.LIST, each -> each.list(TEST, DocumentQuery.all(), PageRequest.first(2)));
        assertDocuments(0, Operation.COUNT, each -> each.count(TEST, DocumentQuery.all()));
        assertDocuments(1, Operation.VERIFY, each -> each.verify(TEST, find("a").id(), "reviewer"));
        assertDocuments(
                1,
                Operation.DELETE_BY_ID,
                each -> each.deleteById(TEST, find("a").id()));
        assertDocuments(0, Operation.DELETE_BY_EXTERNAL_ID, each -> each.deleteByExternalId(TEST, "a"));
        assertDocuments(
                1, Operation.DELETE_ALL_BY_EXTERNAL_ID, each -> each.deleteAllByExternalId(TEST, List.of("a", "b")));
        assertDocuments(1, Operation.DELETE_ALL_BY_CLIENT_ID, each -> each.deleteAllByClientId(TEST, ANA));
    }

    @Test
    @DisplayName("is told of no documents where a call without items failed")
    void failedStep() {
        assertThrows(DocumentNotFoundException.class, () -> watched.verify(LIVE, new UUID(0, 0), "reviewer"));
        var call = listener.onlyCall();
        assertEquals(DocumentNotFoundException.class, call.failure());
        assertEquals(LIVE, call.environment());
        assertEquals(0, call.documents());
    }

    @Test
    @DisplayName("is told of a stream when it is closed, with what was read of it")
    void streams() {
        atomic(plain("a"), plain("b"), plain("c"));
        try (var stream = watched.stream(TEST, DocumentQuery.all())) {
            var documents = stream.iterator();
            documents.next();
            documents.next();
            assertEquals(List.of(), listener.calls());
        }
        var call = listener.onlyCall();
        assertEquals(Operation.STREAM, call.operation());
        assertEquals(2, call.documents());
        assertTrue(call.succeeded());
    }

    @Test
    @DisplayName("is not told of a failure where the host's own code fails in the middle of a stream")
    void hostFailsInStream() {
        atomic(plain("a"), plain("b"));
        assertThrows(ArithmeticException.class, () -> {
            try (var stream = watched.stream(TEST, DocumentQuery.all())) {
                stream.forEach(document -> {
                    throw new ArithmeticException();
                });
            }
        });
        var call = listener.onlyCall();
        assertTrue(call.succeeded());
        assertEquals(1, call.documents());
    }

    @Test
    @DisplayName("is told how long the call took")
    void duration() {
        watched.count(TEST, DocumentQuery.all());
        assertEquals(Duration.ofNanos(7), listener.onlyCall().duration());
    }

    @Test
    @DisplayName("that throws, whatever it throws, breaks no call and silences no other listener")
    void throwing() {
        var deaf = open(options -> options.clock(clock)
                .listener(RepositoryListener.allOf(new ThrowingListener(), listener, new ThrowingListener())));
        assertEquals(CREATED, deaf.upsertByExternalId(TEST, plain("a")).outcome());
        assertThrows(BatchRejectedException.class, () -> deaf.upsertByExternalId(TEST, invalid("b")));
        assertTrue(deaf.findByExternalId(TEST, "a").isPresent());
        assertEquals(3, listener.calls().size());
    }

    @Test
    @DisplayName("learns no value of a document")
    void noValues() {
        for (var method : EveryOperation.methods()) {
            var every = new EveryOperation(watched, repository);
            every.call(method);
            every.call(method);
            every.callWithNull(method);
        }
        var told = listener.calls().toString();
        assertFalse(told.contains(EveryOperation.MARKER), told);
    }

    /** A listener at its worst. */
    private static final class ThrowingListener implements RepositoryListener {
        @Override
        public void onCall(CallEvent call) {
            if (call.succeeded()) {
                throw new IllegalStateException("a listener's own");
            }
            throw new AssertionError("a listener's own");
        }

        @Override
        public void onRetry(RetryEvent retry) {
            throw new IllegalStateException("a listener's own");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("a listener's own");
        }

        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("a listener's own");
        }
    }

    private void assertDocuments(long expected, Operation operation, Consumer<DocumentRepository> work) {
        work.accept(watched);
        var call = listener.onlyCall();
        assertEquals(operation, call.operation());
        assertEquals(expected, call.documents(), operation.toString());
        assertEquals(Map.of(), call.outcomes());
        assertTrue(call.succeeded());
        assertEquals(0, call.retries());
    }

    /** Asserts these counts, and 0 for each other outcome. */
    private static void assertOutcomes(Map<ItemOutcome, Integer> expected, CallEvent call) {
        assertEquals(
                Arrays.stream(ItemOutcome.values())
                        .collect(Collectors.toMap(outcome -> outcome, outcome -> expected.getOrDefault(outcome, 0))),
                call.outcomes());
    }
}
