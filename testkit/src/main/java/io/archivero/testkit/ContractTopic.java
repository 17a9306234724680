package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchRejectedException;
import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import io.archivero.Scope;
import io.archivero.Violation;
import io.archivero.spi.RepositoryBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;

/** The tests of one topic of the contract: an empty store, a clock that stands still, and words to write tests in. */
abstract class ContractTopic {
    static final UUID ANA = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID BETO = UUID.fromString("22222222-2222-4222-8222-222222222222");
    static final Environment TEST = Environment.TEST;
    static final Environment LIVE = Environment.LIVE;

    final StoreFixture fixture;
    final ManualClock clock = ManualClock.at("2026-03-01T10:15:30.123456Z");
    final DocumentRepository repository;
    private final List<DocumentRepository> opened = new ArrayList<>();

    /** JUnit makes one instance for each test, so each starts with an empty store. */
    ContractTopic(StoreFixture fixture) {
        this.fixture = fixture;
        this.repository = open(options -> options.clock(clock));
        fixture.clear();
    }

    @AfterEach
    final void close() throws Exception {
        for (var each : opened) {
            if (each instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    final DocumentRepository open(Consumer<? super RepositoryBuilder<?>> options) {
        return remember(fixture.open(options));
    }

    /** Sees to it that a repository is closed after the test. */
    final DocumentRepository remember(DocumentRepository another) {
        opened.add(another);
        return another;
    }

    /** Starts an item that has what is required and no more. */
    static DocumentUpsert.Builder item(String externalId) {
        return DocumentUpsert.builder(externalId).clientId(ANA).scope(Scope.MX).type("proof_of_address");
    }

    /** Returns an item that has what is required and no more. */
    static DocumentUpsert plain(String externalId) {
        return item(externalId).build();
    }

    /** Returns an item that no repository takes. */
    static DocumentUpsert invalid(String externalId) {
        return item(externalId).type("NOT A TYPE").build();
    }

    final BatchUpsertResult atomic(DocumentUpsert... items) {
        return repository.batchUpsertByExternalId(TEST, List.of(items), true);
    }

    final BatchUpsertResult partial(DocumentUpsert... items) {
        return repository.batchUpsertByExternalId(TEST, List.of(items), false);
    }

    final BatchUpsertResult refused(DocumentUpsert... items) {
        return assertThrows(BatchRejectedException.class, () -> atomic(items)).result();
    }

    /** Stores one item and returns what is stored then. */
    final Document stored(DocumentUpsert.Builder item) {
        return repository.upsertByExternalId(TEST, item.build()).document().orElseThrow();
    }

    /** Returns what is stored under that external id now. */
    final Document find(String externalId) {
        return repository.findByExternalId(TEST, externalId).orElseThrow();
    }

    static List<ItemOutcome> outcomes(BatchUpsertResult result) {
        return result.items().stream().map(ItemResult::outcome).toList();
    }

    static void assertOutcomes(BatchUpsertResult result, ItemOutcome... expected) {
        assertEquals(List.of(expected), outcomes(result));
    }

    /** Asserts that an item is refused for exactly one reason, and that nothing is stored for it. */
    final void assertInvalid(DocumentUpsert item, String code, String path) {
        var result = partial(item).items().get(0);
        assertEquals(ItemOutcome.INVALID, result.outcome());
        assertEquals(List.of(code + " " + path), reasons(result));
        assertEquals(0, countAll());
    }

    static List<String> reasons(ItemResult result) {
        return result.violations().stream().map(ContractTopic::reason).toList();
    }

    private static String reason(Violation violation) {
        return violation.code() + " " + violation.path();
    }

    final long countAll() {
        return count(TEST) + count(LIVE);
    }

    final long count(Environment environment) {
        return repository.count(environment, DocumentQuery.all());
    }

    /** Asserts that a null is told by the name of its parameter. */
    static void assertNames(String parameter, Executable call) {
        var message =
                String.valueOf(assertThrows(NullPointerException.class, call).getMessage());
        assertTrue(message.contains(parameter), message);
    }
}
