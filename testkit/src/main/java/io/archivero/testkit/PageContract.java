package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists, page by page. */
abstract class PageContract extends ContractTopic {
    private static final DocumentQuery ALL = DocumentQuery.all();

    PageContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("comes newest first, unless the query says otherwise")
    void order() {
        for (var externalId : List.of("b", "c", "a")) {
            stored(item(externalId));
            clock.advance(Duration.ofMillis(1));
        }
        assertEquals(List.of("a", "c", "b"), names(page(ALL, PageRequest.first(10))));
        assertEquals(List.of("a", "c", "b"), names(page(ALL.oldestFirst().newestFirst(), PageRequest.first(10))));
        assertEquals(List.of("b", "c", "a"), names(page(ALL.oldestFirst(), PageRequest.first(10))));
    }

    @Test
    @DisplayName("comes in one order, also of documents that were created at the same time")
    void sameTime() {
        atomic(plain("a"), plain("b"), plain("c"), plain("d"));
        var oldestFirst = names(page(ALL.oldestFirst(), PageRequest.first(10)));
        var newestFirst = new ArrayList<>(names(page(ALL, PageRequest.first(10))));
        Collections.reverse(newestFirst);
        assertEquals(oldestFirst, newestFirst);
        assertEquals(oldestFirst, names(page(ALL.oldestFirst(), PageRequest.first(10))));
    }

    @Test
    @DisplayName("says whether there is more, and only then has a cursor")
    void hasMore() {
        atomic(plain("a"), plain("b"), plain("c"));
        var first = page(ALL, PageRequest.first(2));
        assertEquals(2, first.documents().size());
        assertTrue(first.hasMore());
        assertNotNull(first.nextCursor());
        var last = page(ALL, PageRequest.after(cursor(first), 2));
        assertEquals(1, last.documents().size());
        assertFalse(last.hasMore());
        assertNull(last.nextCursor());
        assertFalse(page(ALL, PageRequest.first(3)).hasMore());
    }

    @Test
    @DisplayName("of nothing is empty and the last one")
    void empty() {
        var page = page(ALL, PageRequest.first(1).withTotalCount());
        assertEquals(List.of(), page.documents());
        assertFalse(page.hasMore());
        assertEquals(0L, page.totalCount());
    }

    @Test
    @DisplayName("has the total count exactly if it was asked for")
    void totalCount() {
        atomic(plain("a"), plain("b"), item("c").clientId(BETO).build());
        assertNull(page(ALL, PageRequest.first(1)).totalCount());
        assertEquals(3L, page(ALL, PageRequest.first(1).withTotalCount()).totalCount());
        var ofAna = page(ALL.clientId(ANA), PageRequest.first(1).withTotalCount());
        assertEquals(2L, ofAna.totalCount());
        var last = page(ALL.clientId(ANA), PageRequest.after(cursor(ofAna), 200).withTotalCount());
        assertEquals(2L, last.totalCount());
    }

    @Test
    @DisplayName("after another may have another limit, from 1 to 200")
    void limits() {
        atomic(IntStream.range(0, 250).mapToObj(i -> plain("item " + i)).toArray(DocumentUpsert[]::new));
        var first = page(ALL, PageRequest.first(1));
        var second = page(ALL, PageRequest.after(cursor(first), 200));
        var third = page(ALL, PageRequest.after(cursor(second), 50));
        assertEquals(List.of(1, 200, 49), List.of(size(first), size(second), size(third)));
        assertFalse(third.hasMore());
        for (int limit : new int[] {Integer.MIN_VALUE, -1, 0, 201, Integer.MAX_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> PageRequest.first(limit));
            assertThrows(IllegalArgumentException.class, () -> PageRequest.after("x", limit));
        }
    }

    @Test
    @DisplayName("neither misses nor repeats what was there before, whatever is written between")
    void writesBetween() {
        var there = List.of("a", "b", "c", "d");
        atomic(plain("a"), plain("b"), plain("c"), plain("d"));
        for (var query : List.of(ALL.oldestFirst(), ALL.newestFirst())) {
            var seen = new ArrayList<String>();
            var page = page(query, PageRequest.first(1));
            for (long i = 1; page.hasMore(); i++) {
                seen.addAll(names(page));
                clock.advance(Duration.ofSeconds(1));
                if (i < 4) {
                    atomic(item("a").size(i).build(), item("d").size(i).build(), plain("new " + query + i));
                }
                page = page(query, PageRequest.after(cursor(page), 1));
            }
            seen.addAll(names(page));
            there.forEach(name -> assertEquals(1, Collections.frequency(seen, name), name));
        }
    }

    @Test
    @DisplayName("can be asked for although the document before it is no longer as the query asks")
    void changedBetween() {
        atomic(plain("a"), plain("b"), plain("c"));
        var query = ALL.type("proof_of_address").oldestFirst();
        var first = page(query, PageRequest.first(1));
        stored(item(names(first).get(0)).type("other"));
        var rest = page(query, PageRequest.after(cursor(first), 10));
        assertEquals(2, size(rest));
    }

    @Test
    @DisplayName("is refused to a cursor of another query, of another order or of the other environment")
    void foreignCursors() {
        atomic(plain("a"), plain("b"));
        var cursor = cursor(page(ALL, PageRequest.first(1)));
        assertRefused(Reason.OTHER_QUERY, cursor, ALL.oldestFirst());
        assertRefused(Reason.OTHER_QUERY, cursor, ALL.clientId(ANA));
        assertRefused(Reason.OTHER_QUERY, cursor, ALL.externalIdPrefix(""));
        assertRefused(Reason.OTHER_QUERY, cursor, ALL.type("\0"));
        assertRefused(Reason.OTHER_QUERY, cursor, ALL.metadata("a", null));
        var foreign = assertThrows(
                InvalidCursorException.class, () -> repository.list(LIVE, ALL, PageRequest.after(cursor, 1)));
        assertEquals(Reason.OTHER_ENVIRONMENT, foreign.reason());
    }

    @Test
    @DisplayName("is refused to a damaged cursor, whatever text it is")
    void damagedCursors() {
        atomic(plain("a"), plain("b"));
        var cursor = cursor(page(ALL, PageRequest.first(1)));
        for (int i = 0; i < cursor.length(); i++) {
            var changed = new StringBuilder(cursor);
            changed.setCharAt(i, cursor.charAt(i) == 'A' ? 'B' : 'A');
            assertRefused(Reason.DAMAGED, changed.toString(), ALL);
            assertRefused(Reason.DAMAGED, cursor.substring(0, i), ALL);
        }
        for (var text : List.of("null", " " + cursor, cursor + "=", cursor + cursor, "\0", "\uD83D", "'; --", "ñ😀")) {
            assertRefused(Reason.DAMAGED, text, ALL);
        }
        assertRefused(Reason.DAMAGED, "A".repeat(10_000_000), ALL);
    }

    @Test
    @DisplayName("of a query for what no document can have is empty")
    void impossible() {
        stored(item("a"));
        for (var query : List.of(ALL.type("a\0"), ALL.externalIdPrefix("\uD83D"), ALL.metadata("\0", 1))) {
            var page = page(query, PageRequest.first(1).withTotalCount());
            assertEquals(List.of(), page.documents());
            assertEquals(0L, page.totalCount());
        }
    }

    private void assertRefused(Reason reason, String cursor, DocumentQuery query) {
        var failure = assertThrows(InvalidCursorException.class, () -> page(query, PageRequest.after(cursor, 1)));
        assertEquals(reason, failure.reason());
    }

    private DocumentPage page(DocumentQuery query, PageRequest request) {
        return repository.list(TEST, query, request);
    }

    private static String cursor(DocumentPage page) {
        return Objects.requireNonNull(page.nextCursor());
    }

    private static int size(DocumentPage page) {
        return page.documents().size();
    }

    private static List<String> names(DocumentPage page) {
        return page.documents().stream().map(Document::externalId).toList();
    }
}
