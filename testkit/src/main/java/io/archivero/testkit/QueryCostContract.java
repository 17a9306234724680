package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentPage;
import io.archivero.DocumentQuery;
import io.archivero.DocumentStatus;
import io.archivero.Environment;
import io.archivero.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * What the queries may cost that the README calls served: with each page, a number of rows that does not grow with the table. A backend
 * proves itself by a class of its own:
 *
 * <pre>{@code
 * class MyRepositoryCostTest extends QueryCostContract {
 *     @Override
 *     protected LargeStore store() {
 *         return new MyLargeStore();
 *     }
 * }
 * }</pre>
 */
public abstract class QueryCostContract {
    private static final Environment LIVE = Environment.LIVE;
    private static final int LIMIT = 50;
    private static final int PAGES = 3;
    /** A page, and twice as many rows as a backend may sort for it. */
    private static final long MOST_ROWS = 2_500;

    private static final DocumentQuery ALL = DocumentQuery.all();

    /** For subclasses. */
    protected QueryCostContract() {}

    /** Returns the store under test; asked once. */
    protected abstract LargeStore store() throws Exception;

    /** Tells whether the backend has an index for metadata. */
    protected abstract boolean hasMetadataIndex();

    /**
     * A kind of query.
     *
     * @param name what it asks for
     * @param query an example
     * @param matches how many documents it matches
     */
    private record Shape(String name, DocumentQuery query, long matches) {}

    @TestFactory
    @DisplayName("A page, a lookup and a count look at few rows:")
    Stream<DynamicTest> cost() throws Exception {
        var store = store();
        var tests = new ArrayList<DynamicTest>();
        tests.addAll(pages(store, "", shapes()));
        tests.addAll(counts(store));
        tests.addAll(lookups(store));
        tests.add(DynamicTest.dynamicTest("optional indexes", store::addOptionalIndexes));
        tests.addAll(pages(store, "with optional indexes, ", shapes()));
        tests.addAll(pages(store, "with optional indexes, ", optionalShapes()));
        return tests.stream();
    }

    private static List<Shape> shapes() {
        long size = LargeStore.size();
        var middle = LargeStore.START.plusSeconds(size / 2);
        return List.of(
                new Shape("all", ALL, size),
                new Shape("client", ALL.clientId(client(7)), LargeStore.GROUP),
                new Shape("client and more", ALL.clientId(client(7)).type("passport"), LargeStore.GROUP),
                new Shape("prefix", ALL.externalIdPrefix("doc-000012"), 100),
                new Shape("prefix that all have", ALL.externalIdPrefix("doc-"), size),
                new Shape("prefix that none has", ALL.externalIdPrefix("none"), 0),
                new Shape(
                        "prefix and client", ALL.externalIdPrefix("doc-000012").clientId(client(1_234 % groups())), 1),
                new Shape("creation", ALL.createdFrom(middle).createdBefore(middle.plusSeconds(100)), 100),
                new Shape("status that most have", ALL.status(DocumentStatus.VERIFIED), size - LargeStore.GROUP));
    }

    private List<Shape> optionalShapes() {
        long size = LargeStore.size();
        var middle = LargeStore.START.plusSeconds(size / 2);
        var day = LargeStore.FIRST_DAY.plusDays(3);
        var shapes = new ArrayList<>(List.of(
                new Shape("status", ALL.status(DocumentStatus.PENDING_REVIEW), LargeStore.GROUP),
                new Shape("expiry", ALL.expiresFrom(day).expiresBefore(day.plusDays(2)), 2 * LargeStore.GROUP),
                new Shape(
                        "expiry with status",
                        ALL.expiresBefore(day).status(DocumentStatus.VERIFIED),
                        2 * LargeStore.GROUP),
                new Shape("expiry that most have", ALL.expiresFrom(day), size - 3 * LargeStore.GROUP),
                new Shape("change", ALL.updatedFrom(middle).updatedBefore(middle.plusSeconds(100)), 100)));
        if (hasMetadataIndex()) {
            shapes.add(new Shape("metadata", ALL.metadata("group", 5), LargeStore.GROUP));
            shapes.add(new Shape("metadata of one", ALL.metadata("group", 5).metadata("number", 5), 1));
        }
        return shapes;
    }

    private static List<DynamicTest> pages(LargeStore store, String circumstances, List<Shape> shapes) {
        var tests = new ArrayList<DynamicTest>();
        for (var shape : shapes) {
            tests.add(test(circumstances + shape.name() + ", newest first", () -> walk(store, shape, shape.query())));
            tests.add(test(
                    circumstances + shape.name() + ", oldest first",
                    () -> walk(store, shape, shape.query().oldestFirst())));
        }
        return tests;
    }

    private static List<DynamicTest> counts(LargeStore store) {
        var tests = new ArrayList<DynamicTest>();
        for (var shape : shapes()) {
            if (shape.matches() <= LargeStore.GROUP && shape.query().createdFrom() == null) {
                tests.add(test("count of " + shape.name(), () -> {
                    assertCheap(store.rowsVisited(() ->
                            assertEquals(shape.matches(), store.repository().count(LIVE, shape.query()))));
                }));
            }
        }
        return tests;
    }

    private static List<DynamicTest> lookups(LargeStore store) {
        return List.of(
                test(
                        "external id",
                        () -> assertCheap(store.rowsVisited(() -> assertTrue(store.repository()
                                .findByExternalId(LIVE, "doc-00000042")
                                .isPresent())))),
                test("id", () -> {
                    var document = store.repository()
                            .findByExternalId(LIVE, "doc-00000042")
                            .orElseThrow();
                    assertCheap(store.rowsVisited(() -> assertTrue(
                            store.repository().findById(LIVE, document.id()).isPresent())));
                }));
    }

    private static void walk(LargeStore store, Shape shape, DocumentQuery query) {
        var seen = new ArrayList<DocumentPage>();
        var request = PageRequest.first(LIMIT);
        for (int i = 0; i < PAGES; i++) {
            var next = request;
            assertCheap(store.rowsVisited(() -> seen.add(store.repository().list(LIVE, query, next))));
            var cursor = seen.get(i).nextCursor();
            if (cursor == null) {
                break;
            }
            request = PageRequest.after(cursor, LIMIT);
        }
        long found = seen.stream().mapToLong(page -> page.documents().size()).sum();
        assertEquals(Math.min(shape.matches(), PAGES * LIMIT), found);
    }

    private static void assertCheap(long rows) {
        assertTrue(rows <= MOST_ROWS, rows + " rows");
    }

    private static long groups() {
        return LargeStore.size() / LargeStore.GROUP;
    }

    private static UUID client(long group) {
        return new UUID(0, group);
    }

    private static DynamicTest test(String name, Executable executable) {
        return DynamicTest.dynamicTest(name, executable);
    }
}
