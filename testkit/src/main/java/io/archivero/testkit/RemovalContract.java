package io.archivero.testkit;

import static io.archivero.ItemOutcome.CREATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.ConflictException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is removed, and what is not. */
@SuppressWarnings("NullAway")
abstract class RemovalContract extends ContractTopic {
    RemovalContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("takes one document by id, once")
    void byId() {
        var a = stored(item("a"));
        stored(item("b"));
        assertTrue(repository.deleteById(TEST, a.id()));
        assertFalse(repository.deleteById(TEST, a.id()));
        assertTrue(repository.findByExternalId(TEST, "a").isEmpty());
        assertEquals(1, countAll());
    }

    @Test
    @DisplayName("takes one document by external id, exactly")
    void byExternalId() {
        atomic(plain("a"), plain("A"), plain("a "));
        assertTrue(repository.deleteByExternalId(TEST, "a"));
        assertFalse(repository.deleteByExternalId(TEST, "a"));
        assertEquals(2, countAll());
    }

    @Test
    @DisplayName("keeps to its environment")
    void isolation() {
        var a = stored(item("a"));
        repository.upsertByExternalId(LIVE, plain("a"));
        assertFalse(repository.deleteById(LIVE, a.id()));
        assertTrue(repository.deleteByExternalId(LIVE, "a"));
        assertEquals(0, repository.deleteAllByExternalId(LIVE, List.of("a")));
        assertEquals(0, repository.deleteAllByClientId(LIVE, ANA));
        assertEquals(a, find("a"));
    }

    @Test
    @DisplayName("asks for the version that it is told to expect")
    void expectedVersion() {
        var id = stored(item("a")).id();
        stored(item("a").type("other"));
        var failure = assertThrows(ConflictException.class, () -> repository.deleteById(TEST, id, 1));
        assertEquals(1, failure.expectedVersion());
        assertEquals(2, failure.actualVersion());
        assertThrows(ConflictException.class, () -> repository.deleteByExternalId(TEST, "a", 3));
        assertThrows(ConflictException.class, () -> repository.deleteByExternalId(TEST, "a", 0));
        assertThrows(IllegalArgumentException.class, () -> repository.deleteById(TEST, id, -1));
        assertEquals(1, countAll());
        assertTrue(repository.deleteByExternalId(TEST, "a", 2));
        assertFalse(repository.deleteByExternalId(TEST, "a", 2));
        assertFalse(repository.deleteById(TEST, id, 2));
    }

    @Test
    @DisplayName("takes many by external id, and counts them once each")
    void allByExternalId() {
        var items = IntStream.range(0, 250).mapToObj(i -> plain("item " + i)).toList();
        repository.batchUpsertByExternalId(TEST, items);
        stored(item("kept"));
        var unwanted = Stream.concat(
                        Stream.of("", "gone", "\0", "item 3", "x".repeat(300)),
                        IntStream.range(0, 2_000).mapToObj(i -> "item " + i))
                .toList();
        assertEquals(250, repository.deleteAllByExternalId(TEST, unwanted));
        assertEquals(0, repository.deleteAllByExternalId(TEST, unwanted));
        assertEquals(0, repository.deleteAllByExternalId(TEST, List.of()));
        assertEquals(1, countAll());
    }

    @Test
    @DisplayName("takes all documents of a client, and of nobody else")
    void allByClientId() {
        var items = IntStream.range(0, 250)
                .mapToObj(
                        i -> item("item " + i).clientId(i % 2 == 0 ? ANA : BETO).build())
                .toList();
        repository.batchUpsertByExternalId(TEST, items);
        assertEquals(125, repository.deleteAllByClientId(TEST, BETO));
        assertEquals(0, repository.deleteAllByClientId(TEST, BETO));
        assertEquals(0, repository.deleteAllByClientId(TEST, new UUID(1, 2)));
        assertEquals(125, countAll());
        assertEquals(ANA, find("item 0").clientId());
    }

    @Test
    @DisplayName("makes room: an upsert creates a new document, with a new id and version 1")
    void makesRoom() {
        stored(item("a"));
        var before = stored(item("a").storagePath("s3://a").sourceVersion(9L));
        assertTrue(repository.deleteByExternalId(TEST, "a"));
        assertOutcomes(atomic(item("a").sourceVersion(1L).build()), CREATED);
        var after = find("a");
        assertNotEquals(before.id(), after.id());
        assertEquals(1, after.version());
        assertNull(after.storagePath());
    }

    @Test
    @DisplayName("by a null names the parameter")
    void nulls() {
        assertNames("environment", () -> repository.deleteById(null, ANA));
        assertNames("id", () -> repository.deleteById(TEST, null));
        assertNames("externalId", () -> repository.deleteByExternalId(TEST, null));
        assertNames("externalId", () -> repository.deleteByExternalId(TEST, null, 1));
        assertNames("externalIds", () -> repository.deleteAllByExternalId(TEST, null));
        assertNames("externalIds", () -> repository.deleteAllByExternalId(TEST, Arrays.asList("a", null)));
        assertNames("clientId", () -> repository.deleteAllByClientId(TEST, null));
        assertNames("environment", () -> repository.deleteAllByClientId(null, ANA));
    }
}
