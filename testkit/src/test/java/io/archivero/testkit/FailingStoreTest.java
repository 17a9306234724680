package io.archivero.testkit;

import static io.archivero.ItemOutcome.CONFLICT;
import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.INVALID;
import static io.archivero.ItemOutcome.NOT_APPLIED;
import static io.archivero.ItemOutcome.REFUSED;
import static io.archivero.ItemOutcome.UNCHANGED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.archivero.BatchRejectedException;
import io.archivero.BatchUpsertResult;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import io.archivero.Scope;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import io.archivero.spi.RepositoryOptions;
import io.archivero.spi.StoredDocumentRepository;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The failing store")
class FailingStoreTest {
    private final FailingStore store = new FailingStore(new InMemoryDocumentStore());
    private final DocumentRepository repository = new StoredDocumentRepository(store, RepositoryOptions.DEFAULT);

    @Test
    @DisplayName("fails once, before anything was written, when told so")
    void before() {
        var failure = new StoreUnavailableException("gone", null);
        store.failNextCall(failure);
        assertSame(failure, assertThrows(StoreUnavailableException.class, () -> run(true, item("a"))));
        assertEquals(0, count());
        assertOutcomes(run(true, item("a")), CREATED);
    }

    @Test
    @DisplayName("fails once, after everything was written, when told so; a replay settles what became of it")
    void after() {
        var failure = new UnknownOutcomeException("lost while committing", null);
        store.failAfterNextCall(failure);
        assertSame(failure, assertThrows(UnknownOutcomeException.class, () -> run(true, item("a"))));
        assertOutcomes(repository.previewBatchUpsert(Environment.TEST, List.of(item("a"))), UNCHANGED);
        assertOutcomes(run(true, item("a")), UNCHANGED);
    }

    @Test
    @DisplayName("ends a stream, of which a listener is told as failed, with what was read before")
    void stream() {
        var listener = new RecordingListener();
        var watched = new StoredDocumentRepository(store, RepositoryOptions.DEFAULT.withListener(listener));
        run(true, item("a"));
        try (var stream = watched.stream(Environment.TEST, DocumentQuery.all())) {
            store.failNextCall(new StoreUnavailableException("gone", null));
            assertThrows(StoreUnavailableException.class, stream::toList);
        }
        var told = listener.onlyCall();
        assertEquals(StoreUnavailableException.class, told.failure());
        assertEquals(0, told.documents());
    }

    @Test
    @DisplayName("is not asked for what no document can have")
    void notAsked() {
        var all = DocumentQuery.all();
        for (var impossible : List.of("", "\0", "\uD83D", "x".repeat(256))) {
            assertEquals(Optional.empty(), repository.findByExternalId(Environment.TEST, impossible));
            assertEquals(Map.of(), repository.findAllByExternalId(Environment.TEST, List.of(impossible)));
            assertEquals(0, repository.deleteAllByExternalId(Environment.TEST, List.of(impossible)));
        }
        for (var query : List.of(
                all.type("\0"),
                all.externalIdPrefix("\uD83D"),
                all.externalIdPrefix("x".repeat(256)),
                all.metadata("\0", 1),
                all.metadata("k", "\0"),
                all.metadata("k", new BigDecimal("1e100001")))) {
            assertEquals(0, repository.count(Environment.TEST, query));
        }
        assertEquals(0, store.calls());
    }

    @Test
    @DisplayName("is asked for what a document can just have")
    void asked() {
        var all = DocumentQuery.all();
        repository.findByExternalId(Environment.TEST, "x".repeat(255));
        repository.count(Environment.TEST, all.externalIdPrefix(""));
        repository.count(Environment.TEST, all.externalIdPrefix("x".repeat(255)));
        repository.count(Environment.TEST, all.metadata("k", new BigDecimal("1e100000")));
        assertEquals(4, store.calls());
    }

    @Test
    @DisplayName("refuses the rows it was told to refuse, and stores the others of a partial batch")
    void refusesPartial() {
        store.refuse("b", "23514");
        var result = run(false, item("a"), item("b"), item("c"));
        assertOutcomes(result, CREATED, REFUSED, CREATED);
        assertEquals("database", result.items().get(1).violations().get(0).code());
        assertEquals(2, count());
    }

    @Test
    @DisplayName("refuses an atomic batch for one such row")
    void refusesAtomic() {
        store.refuse("b", "23514");
        assertOutcomes(refused(item("a"), item("b"), item("c")), NOT_APPLIED, REFUSED, NOT_APPLIED);
        assertEquals(0, count());
    }

    @Test
    @DisplayName("keeps the order of precedence: INVALID, CONFLICT, REFUSED, NOT_APPLIED")
    void precedence() {
        for (var id : List.of("conflict", "refused")) {
            store.refuse(id, "23514");
        }
        var conflict = item("conflict").toBuilder().expectedVersion(5L).build();
        assertOutcomes(run(false, conflict, item("refused")), CONFLICT, REFUSED);
        assertOutcomes(refused(conflict, item("good")), CONFLICT, NOT_APPLIED);
        var invalid = item("refused").toBuilder().type("NO TYPE").build();
        assertOutcomes(run(false, invalid), INVALID);
    }

    @Test
    @DisplayName("does not refuse what it would not write")
    void unchanged() {
        run(true, item("a"));
        store.refuse("a", "23514");
        assertOutcomes(run(true, item("a")), UNCHANGED);
    }

    @Test
    @DisplayName("counts the calls that reach it")
    void calls() {
        assertThrows(
                BatchRejectedException.class,
                () -> run(true, item("a").toBuilder().type(null).build()));
        assertEquals(0, store.calls());
        count();
        repository.findById(Environment.TEST, new UUID(0, 0));
        repository.findByExternalId(Environment.TEST, "a");
        run(true, item("a"));
        assertEquals(4, store.calls());
    }

    private static DocumentUpsert item(String externalId) {
        return DocumentUpsert.builder(externalId)
                .clientId(new UUID(1, 2))
                .scope(Scope.US)
                .type("passport")
                .build();
    }

    private BatchUpsertResult run(boolean atomic, DocumentUpsert... items) {
        return repository.batchUpsertByExternalId(Environment.TEST, List.of(items), atomic);
    }

    private BatchUpsertResult refused(DocumentUpsert... items) {
        return assertThrows(BatchRejectedException.class, () -> run(true, items))
                .result();
    }

    private long count() {
        return repository.count(Environment.TEST, DocumentQuery.all());
    }

    private static void assertOutcomes(BatchUpsertResult result, ItemOutcome... expected) {
        assertEquals(
                List.of(expected),
                result.items().stream().map(ItemResult::outcome).toList());
    }
}
