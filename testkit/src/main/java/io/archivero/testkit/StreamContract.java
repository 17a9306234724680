package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.DocumentUpsert;
import io.archivero.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Streams: a list that is read when it is asked for. */
abstract class StreamContract extends ContractTopic {
    private static final DocumentQuery ALL = DocumentQuery.all();

    StreamContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("brings every document once, in the order of the query")
    void everything() {
        var created = new ArrayList<Document>();
        for (int batch = 0; batch < 2; batch++) {
            atomic(items(batch * 250, 250));
        }
        try (var stream = repository.stream(TEST, ALL.oldestFirst())) {
            stream.forEach(created::add);
        }
        assertEquals(500, created.stream().map(Document::externalId).distinct().count());
        assertEquals(500, created.size());
        var newestFirst = collect(ALL);
        Collections.reverse(newestFirst);
        assertEquals(created, newestFirst);
        assertEquals(List.of(), repository.stream(LIVE, ALL).toList());
    }

    @Test
    @DisplayName("brings what the query matches, and nothing else")
    void filtered() {
        atomic(items(0, 250));
        stored(item("b").clientId(BETO));
        assertEquals(
                List.of("b"),
                collect(ALL.clientId(BETO)).stream().map(Document::externalId).toList());
        assertEquals(List.of(), collect(ALL.type("\0")));
        assertEquals(List.of(), collect(ALL.scope(Scope.US)));
    }

    @Test
    @DisplayName("reads no further than it is asked to")
    void lazy() {
        atomic(items(0, 250));
        atomic(items(250, 250));
        try (var stream = repository.stream(TEST, ALL.oldestFirst())) {
            var documents = stream.iterator();
            documents.next();
            atomic(plain("late")); // far behind what was read so far
            int rest = 0;
            boolean late = false;
            while (documents.hasNext()) {
                late |= documents.next().externalId().equals("late");
                rest++;
            }
            assertTrue(late);
            assertEquals(500, rest);
        }
    }

    @Test
    @DisplayName("begins reading when the first document is asked for")
    void beginsLate() {
        try (var stream = repository.stream(TEST, ALL)) {
            atomic(plain("a"));
            assertEquals(1, stream.count());
        }
    }

    @Test
    @DisplayName("that is closed says so to whoever asks on")
    void closed() {
        atomic(items(0, 250));
        var stream = repository.stream(TEST, ALL);
        var documents = stream.iterator();
        documents.next();
        stream.close();
        assertThrows(IllegalStateException.class, () -> documents.forEachRemaining(document -> {}));
        var unused = repository.stream(TEST, ALL);
        unused.close();
        assertThrows(IllegalStateException.class, unused::count);
        unused.close();
    }

    @Test
    @DisplayName("may be cut short, mapped, and asked in parallel")
    void ordinaryStream() {
        atomic(items(0, 250));
        try (var stream = repository.stream(TEST, ALL)) {
            assertEquals(3, stream.limit(3).toList().size());
        }
        try (var stream = repository.stream(TEST, ALL)) {
            assertTrue(stream.anyMatch(document -> document.externalId().equals("item 7")));
        }
        try (var stream = repository.stream(TEST, ALL).parallel()) {
            assertEquals(250, stream.map(Document::id).distinct().count());
        }
        assertFalse(repository.stream(TEST, ALL).isParallel());
    }

    private List<Document> collect(DocumentQuery query) {
        try (var stream = repository.stream(TEST, query)) {
            return new ArrayList<>(stream.toList());
        }
    }

    private static DocumentUpsert[] items(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> plain("item " + i))
                .toArray(DocumentUpsert[]::new);
    }
}
