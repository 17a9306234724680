package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchRejectedException;
import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentStatus;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.JsonObject;
import io.archivero.Limits;
import io.archivero.Review;
import io.archivero.Scope;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The in-memory repository")
class InMemoryDocumentRepositoryTest {
    // tag::host-test[]
    @Test
    @DisplayName("stands in for a database in a host's unit test")
    void hostTest() {
        DocumentRepository repository = InMemoryDocumentRepository.create();
        var card = DocumentUpsert.builder("customer-17/ine")
                .clientId(UUID.fromString("6f1f7a52-3c4e-4d5b-9d8a-0c1b2a394857"))
                .scope(Scope.MX)
                .type("ine")
                .fields(JsonObject.parse("{\"fullName\": \"Íñigo Muñoz\"}"))
                .build();

        assertEquals(
                ItemOutcome.CREATED,
                repository.upsertByExternalId(Environment.TEST, card).outcome());
        assertEquals(
                ItemOutcome.UNCHANGED,
                repository.upsertByExternalId(Environment.TEST, card).outcome());
        assertTrue(
                repository.findByExternalId(Environment.LIVE, "customer-17/ine").isEmpty());
    }
    // end::host-test[]

    @Test
    @DisplayName("starts empty, each time it is created")
    void empty() {
        store(InMemoryDocumentRepository.create(), "a");
        assertEquals(0, InMemoryDocumentRepository.create().count(Environment.TEST, DocumentQuery.all()));
    }

    @Test
    @DisplayName("takes the options of every repository")
    void options() {
        var now = Instant.parse("2030-01-02T03:04:05Z");
        var repository = InMemoryDocumentRepository.builder()
                .clock(ManualClock.at(now))
                .limits(Limits.DEFAULT.withMaxDepth(1))
                .build();
        assertEquals(now, store(repository, "a").createdAt());
        var deep = item("b").fields(JsonObject.parse("{\"k\":{}}")).build();
        assertThrows(BatchRejectedException.class, () -> repository.upsertByExternalId(Environment.TEST, deep));
    }

    @Test
    @DisplayName("shares a store with others that were opened over it, and survives their closing")
    void sharedStore() {
        var store = new InMemoryDocumentStore();
        var one = InMemoryDocumentRepository.builder(store).build();
        var other = InMemoryDocumentRepository.builder(store).build();
        store(one, "a");
        one.close();
        assertEquals(1, other.count(Environment.TEST, DocumentQuery.all()));
        store.clear();
        assertEquals(0, other.count(Environment.TEST, DocumentQuery.all()));
    }

    @Test
    @DisplayName(
            "joins no transaction: what is written through a connection stands at once, and the connection is not touched")
    void using() {
        var untouched = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    throw new AssertionError(method.getName());
                });
        var repository = InMemoryDocumentRepository.create();
        store(repository.using(untouched), "a");
        assertEquals(1, repository.count(Environment.TEST, DocumentQuery.all()));
    }

    @Test
    @DisplayName("gives every key one truth, however many threads write")
    void threads() throws Exception {
        var repository = InMemoryDocumentRepository.create();
        var outcomes = Contenders.run(8, thread -> () -> {
            var item = item("a").size((long) thread).build();
            return repository
                    .batchUpsertByExternalId(Environment.TEST, List.of(item), true)
                    .items()
                    .get(0)
                    .outcome();
        });
        assertEquals(1, outcomes.stream().filter(ItemOutcome.CREATED::equals).count());
        assertEquals(
                8,
                repository.findByExternalId(Environment.TEST, "a").orElseThrow().version());
    }

    @Test
    @DisplayName("lets a test put a document into any state")
    void put() {
        var store = new InMemoryDocumentStore();
        var repository = InMemoryDocumentRepository.builder(store).build();
        var document = store(repository, "a");
        var review = new Review(DocumentStatus.REJECTED, null, null, "blurred", Instant.EPOCH, "ana");
        store.put(Environment.TEST, new Document(document.id(), document.content(), review, document.revision()));
        assertEquals(
                DocumentStatus.REJECTED,
                repository.findByExternalId(Environment.TEST, "a").orElseThrow().status());
    }

    private static Document store(DocumentRepository repository, String externalId) {
        return repository
                .upsertByExternalId(Environment.TEST, item(externalId).build())
                .document()
                .orElseThrow();
    }

    private static DocumentUpsert.Builder item(String externalId) {
        return DocumentUpsert.builder(externalId)
                .clientId(new UUID(1, 2))
                .scope(Scope.US)
                .type("passport");
    }
}
