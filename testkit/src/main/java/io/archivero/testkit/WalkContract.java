package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.DocumentUpsert;
import io.archivero.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Walks over a list while threads write: what was there all along comes exactly once. */
abstract class WalkContract extends JdbcTopic {
    private static final int WRITERS = 4;
    private static final int EACH_KIND = 80;
    private static final int ROUNDS = 2;
    private static final int PATIENCE_SECONDS = 60;

    private static final List<DocumentQuery> QUERIES = List.of(
            DocumentQuery.all().oldestFirst(),
            DocumentQuery.all().newestFirst(),
            DocumentQuery.all().clientId(ANA).oldestFirst(),
            DocumentQuery.all().clientId(ANA).newestFirst());

    private final Semaphore writes = new Semaphore(0);
    private final AtomicBoolean walking = new AtomicBoolean(true);

    WalkContract(JdbcFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("over pages neither misses nor repeats what is there all along")
    void pages() throws Exception {
        walkAmongWriters(this::pages);
    }

    @Test
    @DisplayName("over a stream neither misses nor repeats what is there all along")
    void stream() throws Exception {
        walkAmongWriters(this::stream);
    }

    private interface Walk {
        List<Document> read(DocumentQuery query) throws InterruptedException;
    }

    private void walkAmongWriters(Walk walk) throws Exception {
        Set<String> kept = new HashSet<>();
        for (int i = 0; i < EACH_KIND; i++) {
            kept.add("kept " + i);
            atomic(plain("kept " + i), plain("other " + i)); // side by side in the order of their ids
        }
        Contenders.run(1 + WRITERS, thread -> thread == 0 ? walker(walk, kept) : writer(thread));
    }

    private Callable<Void> walker(Walk walk, Set<String> kept) {
        return () -> {
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    for (var query : QUERIES) {
                        var read = walk.read(query);
                        assertEquals(
                                read.size(),
                                read.stream().map(Document::id).distinct().count(),
                                "one came twice");
                        assertEquals(
                                kept,
                                read.stream()
                                        .map(Document::externalId)
                                        .filter(kept::contains)
                                        .collect(Collectors.toSet()));
                    }
                }
            } finally {
                walking.set(false);
            }
            return null;
        };
    }

    private List<Document> pages(DocumentQuery query) throws InterruptedException {
        var page = repository.list(TEST, query, PageRequest.first(17));
        var read = new ArrayList<>(page.documents());
        while (page.hasMore()) {
            awaitWrites();
            page = repository.list(TEST, query, PageRequest.after(Objects.requireNonNull(page.nextCursor()), 17));
            read.addAll(page.documents());
        }
        return read;
    }

    private List<Document> stream(DocumentQuery query) throws InterruptedException {
        var read = new ArrayList<Document>();
        try (var stream = repository.stream(TEST, query)) {
            for (var documents = stream.iterator(); documents.hasNext(); ) {
                read.add(documents.next());
                if (read.size() % 20 == 0) {
                    awaitWrites();
                }
            }
        }
        return read;
    }

    /** Every thread has its turn on average. */
    private void awaitWrites() throws InterruptedException {
        writes.drainPermits();
        assertTrue(writes.tryAcquire(WRITERS, PATIENCE_SECONDS, TimeUnit.SECONDS), "nobody writes");
    }

    /** Changes what is there all along; creates, changes, moves to somebody else and removes what is not. */
    private Callable<Void> writer(int seed) {
        var random = new Random(seed);
        return () -> {
            while (walking.get()) {
                var numbers =
                        random.ints(8, 0, 2 * EACH_KIND).distinct().boxed().toList();
                if (random.nextInt(3) == 0) {
                    repository.deleteAllByExternalId(
                            TEST,
                            numbers.stream().map(number -> "other " + number).toList());
                } else {
                    repository.batchUpsertByExternalId(TEST, changes(numbers, random));
                }
                clock.advance(Duration.ofMillis(1));
                writes.release();
            }
            return null;
        };
    }

    private static List<DocumentUpsert> changes(List<Integer> numbers, Random random) {
        return IntStream.range(0, numbers.size())
                .mapToObj(i -> {
                    int number = numbers.get(i);
                    return i % 2 == 0 && number < EACH_KIND
                            ? item("kept " + number).size(random.nextLong(1_000_000))
                            : item("other " + number).clientId(random.nextBoolean() ? ANA : BETO);
                })
                .map(DocumentUpsert.Builder::build)
                .toList();
    }
}
