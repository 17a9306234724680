package io.archivero.testkit;

import static io.archivero.ItemOutcome.CONFLICT;
import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.UNCHANGED;
import static io.archivero.ItemOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchUpsertResult;
import io.archivero.ConflictException;
import io.archivero.Document;
import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two writers and more: one truth for each key, no deadlock, no lost update. */
abstract class ConcurrencyContract extends JdbcTopic {
    private static final int THREADS = 8;

    ConcurrencyContract(JdbcFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("that create the same document at once end in one CREATED, the others UNCHANGED")
    void sameCreation() throws Exception {
        for (int round = 0; round < 20; round++) {
            var key = "round " + round;
            var outcomes = Contenders.run(
                    THREADS,
                    thread -> () ->
                            repository.upsertByExternalId(TEST, plain(key)).outcome());
            assertEquals(1, Collections.frequency(outcomes, CREATED), outcomes.toString());
            assertEquals(THREADS - 1, Collections.frequency(outcomes, UNCHANGED), outcomes.toString());
            assertEquals(1, find(key).version());
        }
    }

    @Test
    @DisplayName("that change a document after a deletion has seen it, and before it is deleted, are not passed over")
    void overtakenDeletion() {
        var lent = new AtomicInteger(Integer.MIN_VALUE);
        var deleting = over(new HostPool(jdbc.dataSource(), connection -> {
            if (lent.incrementAndGet() == 2) { // the first one has read, this one is to delete
                atomic(item("a").clientId(BETO).build());
            }
        }));
        atomic(plain("a"));
        var id = find("a").id();
        lent.set(0);
        assertThrows(ConflictException.class, () -> deleting.deleteById(TEST, id, 1));
        assertEquals(2, find("a").version());

        atomic(plain("a"));
        lent.set(0);
        assertTrue(deleting.deleteById(TEST, id));
        assertEquals(0, countAll());
        assertEquals(4, lent.get(), "seen and not deleted, seen and deleted");
    }

    @Test
    @DisplayName("that create the same keys with different content end in one CREATED each, the others UPDATED")
    void differentCreation() throws Exception {
        for (int round = 0; round < 10; round++) {
            fixture.clear();
            var results = Contenders.run(
                    THREADS,
                    thread -> () -> repository.batchUpsertByExternalId(TEST, shuffled(items(5, thread), thread)));
            assertHistory(results);
            var counts = outcomeCounts(results);
            assertEquals(Map.of(CREATED, 5L, UPDATED, 5L * (THREADS - 1)), counts);
        }
    }

    @Test
    @DisplayName("with overlapping atomic batches in any order never see an exception or lose an update")
    void overlappingAtomic() throws Exception {
        overlapping(true);
    }

    @Test
    @DisplayName("with overlapping partial batches in any order never see an exception or lose an update")
    void overlappingPartial() throws Exception {
        overlapping(false);
    }

    @Test
    @DisplayName("that expect the version they read win once for each version")
    void compareAndSet() throws Exception {
        stored(item("counter").size(0L));
        int increments = 10;
        Contenders.run(THREADS, thread -> () -> {
            for (int won = 0; won < increments; ) {
                won += increment() == UPDATED ? 1 : 0;
            }
            return null;
        });
        assertEquals((long) THREADS * increments, find("counter").size());
        assertEquals((long) THREADS * increments + 1, find("counter").version());
    }

    @Test
    @DisplayName("that replay a batch while others change it never see a failure either")
    void readersToo() throws Exception {
        repository.batchUpsertByExternalId(TEST, items(20, 0));
        var ids = items(20, 0).stream()
                .map(item -> String.valueOf(item.externalId()))
                .toList();
        Contenders.run(THREADS, thread -> () -> {
            for (int i = 0; i < 10; i++) {
                if (thread % 2 == 0) {
                    assertEquals(20, repository.findAllByExternalId(TEST, ids).size());
                    assertEquals(
                            20,
                            repository
                                    .previewBatchUpsert(TEST, items(20, i))
                                    .items()
                                    .size());
                } else {
                    assertTrue(repository
                            .batchUpsertByExternalId(TEST, items(20, i))
                            .allStored());
                }
            }
            return null;
        });
    }

    private void overlapping(boolean atomic) throws Exception {
        var stamp = new AtomicLong();
        var results = Contenders.run(THREADS, thread -> () -> {
            var random = new Random(thread);
            var mine = new ArrayList<BatchUpsertResult>();
            for (int i = 0; i < 15; i++) {
                var items = shuffled(items(12, stamp.incrementAndGet()), random.nextLong());
                mine.add(repository.batchUpsertByExternalId(TEST, items.subList(0, 8), atomic));
            }
            return mine;
        });
        assertHistory(results.stream().flatMap(List::stream).toList());
    }

    private ItemOutcome increment() {
        var seen = repository.findByExternalId(TEST, "counter").orElseThrow();
        var next = seen.content().toBuilder()
                .size(Objects.requireNonNull(seen.size()) + 1)
                // Two who write the same both get what they want, and the second one UNCHANGED.
                .storagePath("by " + Thread.currentThread().getName())
                .expectedVersion(seen.version())
                .build();
        var outcome = repository
                .batchUpsertByExternalId(TEST, List.of(next), false)
                .items()
                .get(0)
                .outcome();
        assertTrue(outcome == UPDATED || outcome == CONFLICT, outcome.toString());
        return outcome;
    }

    /** Every key's versions form 1 to n without gap or repetition, and what is stored is the write with the last of them. */
    private void assertHistory(List<BatchUpsertResult> results) {
        Map<String, List<Document>> writes = results.stream()
                .flatMap(result -> result.items().stream())
                .filter(item -> item.outcome() == CREATED || item.outcome() == UPDATED)
                .map(item -> item.document().orElseThrow())
                .collect(Collectors.groupingBy(Document::externalId));
        writes.forEach((key, documents) -> {
            var byVersion = documents.stream().collect(Collectors.toMap(Document::version, Function.identity()));
            assertEquals(
                    IntStream.rangeClosed(1, documents.size())
                            .mapToObj(i -> (long) i)
                            .collect(Collectors.toSet()),
                    byVersion.keySet());
            assertEquals(byVersion.get((long) documents.size()), find(key));
        });
        assertEquals(writes.keySet(), table.versions(TEST).keySet());
    }

    private static Map<ItemOutcome, Long> outcomeCounts(List<BatchUpsertResult> results) {
        return results.stream()
                .flatMap(result -> result.items().stream())
                .collect(Collectors.groupingBy(ItemResult::outcome, Collectors.counting()));
    }

    private static List<DocumentUpsert> shuffled(List<DocumentUpsert> items, long seed) {
        var shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
