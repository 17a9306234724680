package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.archivero.Document;
import io.archivero.DocumentPage;
import io.archivero.DocumentQuery;
import io.archivero.DocumentUpsert;
import io.archivero.InvalidCursorException;
import io.archivero.InvalidCursorException.Reason;
import io.archivero.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for lists, streams and counts, whatever is asked for. */
abstract class ListLaws extends LawTopic {
    private static final String CURSOR_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    ListLaws(StoreFixture fixture) {
        super(fixture);
    }

    @Property
    @Label("list: the documents that the query matches, by the model's reading, in the order of their ids")
    void listIsAFilter(@ForAll("history") List<List<DocumentUpsert>> history, @ForAll("queries") DocumentQuery query) {
        write(history);
        var order = Comparator.comparing((Document document) -> document.id().toString());
        var expected = stored(TEST).values().stream()
                .filter(document -> ModelQuery.matches(query, ModelDocument.of(document)))
                .sorted(query.isOldestFirst() ? order : order.reversed())
                .toList();
        assertEquals(
                expected, repository.list(TEST, query, PageRequest.first(200)).documents());
        assertEquals(expected.size(), repository.count(TEST, query));
        assertEquals(
                List.of(), repository.list(LIVE, query, PageRequest.first(200)).documents());
    }

    @Property
    @Label(
            "pages: of whatever sizes, they are the whole list, cut; the stream is the whole list; the count is its length")
    void pagesAreTheList(
            @ForAll("history") List<List<DocumentUpsert>> history,
            @ForAll("queries") DocumentQuery query,
            @ForAll("sizes") List<Integer> sizes) {
        write(history);
        var whole = repository.list(TEST, query, PageRequest.first(200)).documents();
        var read = new ArrayList<Document>();
        var page = repository.list(TEST, query, PageRequest.first(sizes.get(0)).withTotalCount());
        assertEquals((long) whole.size(), page.totalCount());
        for (int i = 1; page.hasMore(); i++) {
            assertEquals(page.documents().size(), sizes.get((i - 1) % sizes.size()));
            read.addAll(page.documents());
            page = repository.list(TEST, query, PageRequest.after(cursor(page), sizes.get(i % sizes.size())));
        }
        read.addAll(page.documents());
        assertEquals(whole, read);
        try (var stream = repository.stream(TEST, query)) {
            assertEquals(whole, stream.toList());
        }
    }

    @Property
    @Label("walk: whatever is written between its pages, a document that was there all along is on exactly one of them")
    void walkAmongWriters(
            @ForAll("history") List<List<DocumentUpsert>> before,
            @ForAll("history") List<List<DocumentUpsert>> between,
            @ForAll("step") Duration step,
            @ForAll("queries") DocumentQuery query,
            @ForAll @IntRange(min = 1, max = 3) int size) {
        write(before);
        var allAlong = matching(query);
        var read = new ArrayList<String>();
        var page = repository.list(TEST, query, PageRequest.first(size));
        var writes = between.iterator();
        while (true) {
            page.documents().forEach(document -> read.add(document.id().toString()));
            if (!page.hasMore()) {
                break;
            }
            if (writes.hasNext()) {
                clock.advance(step);
                var items = writes.next();
                repository.deleteByExternalId(TEST, String.valueOf(items.get(0).externalId()));
                run(TEST, items, false);
                allAlong.retainAll(matching(query));
            }
            page = repository.list(TEST, query, PageRequest.after(cursor(page), size));
        }
        assertEquals(read.size(), new HashSet<>(read).size(), "a document came twice");
        allAlong.forEach(id -> assertEquals(1, Collections.frequency(read, id)));
    }

    @Property
    @Label("cursors: one of another query is refused, and whatever text comes in, nothing else comes out")
    void cursors(
            @ForAll("queries") DocumentQuery query,
            @ForAll("queries") DocumentQuery other,
            @ForAll("garbage") String garbage,
            @ForAll @IntRange(max = 39) int position,
            @ForAll("cursorCharacters") char character) {
        start();
        run(TEST, List.of(ContractTopic.plain("a"), ContractTopic.plain("b")), true);
        var cursor = cursor(repository.list(TEST, DocumentQuery.all(), PageRequest.first(1)));
        assertRefused(Reason.DAMAGED, garbage);
        var damaged = cursor.substring(0, position) + character + cursor.substring(position + 1);
        if (!damaged.equals(cursor)) {
            assertRefused(Reason.DAMAGED, damaged);
        }
        var own = repository.list(TEST, query, PageRequest.first(1)).nextCursor();
        if (own != null && !query.equals(other)) {
            assertEquals(
                    Reason.OTHER_QUERY,
                    assertThrows(
                                    InvalidCursorException.class,
                                    () -> repository.list(TEST, other, PageRequest.after(own, 1)))
                            .reason());
        }
    }

    @Provide
    Arbitrary<DocumentQuery> queries() {
        return QueryArbitraries.queries(DocumentArbitraries.clients(), START);
    }

    @Provide
    Arbitrary<List<Integer>> sizes() {
        return Arbitraries.integers().between(1, 4).list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> garbage() {
        return Draw.either(
                Draw.either(TextArbitraries.texts(60), Arbitraries.strings().ofMaxLength(60)),
                Arbitraries.strings().withChars(CURSOR_CHARACTERS).ofMaxLength(60));
    }

    @Provide
    Arbitrary<Character> cursorCharacters() {
        return Arbitraries.of(CURSOR_CHARACTERS.chars().mapToObj(c -> (char) c).toList());
    }

    private void write(List<List<DocumentUpsert>> history) {
        start();
        for (var items : history) {
            run(TEST, items, false);
            clock.advance(Duration.ofNanos(1_000));
        }
    }

    private Set<String> matching(DocumentQuery query) {
        return stored(TEST).values().stream()
                .filter(document -> ModelQuery.matches(query, ModelDocument.of(document)))
                .map(document -> document.id().toString())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void assertRefused(Reason reason, String cursor) {
        var failure = assertThrows(
                InvalidCursorException.class,
                () -> repository.list(TEST, DocumentQuery.all(), PageRequest.after(cursor, 1)));
        assertEquals(reason, failure.reason());
    }

    private static String cursor(DocumentPage page) {
        return Objects.requireNonNull(page.nextCursor());
    }
}
