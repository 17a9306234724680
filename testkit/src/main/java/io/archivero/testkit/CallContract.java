package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchRejectedException;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.ImportOptions;
import io.archivero.InvalidBatchException;
import io.archivero.ItemOutcome;
import io.archivero.PageRequest;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Right calls and wrong ones. Nulls are passed on purpose: hosts written without null checks pass them too. */
@SuppressWarnings("NullAway")
abstract class CallContract extends ContractTopic {
    CallContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("with one item is answered with one result")
    void oneItem() {
        assertOutcomes(atomic(plain("a")), ItemOutcome.CREATED);
    }

    @Test
    @DisplayName("with 250 items is answered with 250 results in the order of the items")
    void fullBatch() {
        var result = repository.batchUpsertByExternalId(TEST, items(DocumentRepository.MAX_BATCH_SIZE), true);
        for (int i = 0; i < 250; i++) {
            var item = result.items().get(i);
            assertEquals(i, item.index());
            assertEquals("item " + i, item.externalId());
            assertEquals("item " + i, item.document().orElseThrow().externalId());
        }
        assertEquals(250, result.items().size());
        assertEquals(250, count(TEST));
    }

    @Test
    @DisplayName("with no item is wrong")
    void emptyBatch() {
        assertWrongBatch(List.of());
    }

    @Test
    @DisplayName("with 251 items is wrong, and stores none of them")
    void oversizedBatch() {
        assertWrongBatch(items(251));
    }

    @Test
    @DisplayName("without a list is wrong")
    void nullList() {
        assertWrongBatch(null);
    }

    @Test
    @DisplayName("with a null among the items is wrong, and stores none of the others")
    void nullItem() {
        assertWrongBatch(Arrays.asList(plain("a"), null, plain("b")));
        assertWrongBatch(Collections.singletonList(null));
    }

    @Test
    @DisplayName("that does not say how is atomic")
    void atomicByDefault() {
        var result = repository.batchUpsertByExternalId(TEST, List.of(plain("a")));
        assertTrue(result.atomic());
        assertThrows(
                BatchRejectedException.class,
                () -> repository.batchUpsertByExternalId(TEST, List.of(plain("b"), invalid("c"))));
        assertEquals(1, countAll());
    }

    @Test
    @DisplayName("with a null names the parameter")
    void nulls() {
        assertNames("environment", () -> repository.batchUpsertByExternalId(null, List.of(plain("a")), true));
        assertNames("environment", () -> repository.batchUpsertByExternalId(null, List.of(plain("a")), false));
        assertNames("environment", () -> repository.batchUpsertByExternalId(null, List.of(plain("a"))));
        assertNames("environment", () -> repository.previewBatchUpsert(null, List.of(plain("a"))));
        assertNames("environment", () -> repository.upsertByExternalId(null, plain("a")));
        assertNames("item", () -> repository.upsertByExternalId(TEST, null));
        var items = List.of(plain("a"));
        var options = ImportOptions.defaults();
        assertNames("environment", () -> repository.importAll(null, items.iterator(), options));
        assertNames("environment", () -> repository.importAll(null, items.stream(), options));
        assertNames("items", () -> repository.importAll(TEST, (Iterator<DocumentUpsert>) null, options));
        assertNames("items", () -> repository.importAll(TEST, (Stream<DocumentUpsert>) null, options));
        assertNames("options", () -> repository.importAll(TEST, items.iterator(), null));
        assertNames("environment", () -> repository.findById(null, ANA));
        assertNames("id", () -> repository.findById(TEST, null));
        assertNames("environment", () -> repository.findByExternalId(null, "a"));
        assertNames("externalId", () -> repository.findByExternalId(TEST, null));
        assertNames("environment", () -> repository.findAllByExternalId(null, List.of("a")));
        assertNames("externalIds", () -> repository.findAllByExternalId(TEST, null));
        assertNames("externalIds", () -> repository.findAllByExternalId(TEST, Arrays.asList("a", null)));
        assertNames("environment", () -> repository.count(null, DocumentQuery.all()));
        assertNames("query", () -> repository.count(TEST, null));
        assertNames("environment", () -> repository.list(null, DocumentQuery.all(), PageRequest.first(1)));
        assertNames("query", () -> repository.list(TEST, null, PageRequest.first(1)));
        assertNames("page", () -> repository.list(TEST, DocumentQuery.all(), null));
        assertNames("cursor", () -> PageRequest.after(null, 1));
        assertNames("environment", () -> repository.stream(null, DocumentQuery.all()));
        assertNames("query", () -> repository.stream(TEST, null));
        assertNames("connection", () -> repository.using(null));
        assertEquals(0, countAll());
    }

    @Test
    @DisplayName("lets the caller change the list afterwards")
    void listChangesAfterwards() {
        var items = new ArrayList<>(List.of(plain("a"), plain("b")));
        var result = repository.batchUpsertByExternalId(TEST, items, true);
        items.clear();
        assertEquals(2, result.items().size());
        assertEquals("b", result.items().get(1).externalId());
    }

    @Test
    @DisplayName("reads each item of the list once")
    void readsOnce() {
        Set<Integer> read = new HashSet<>();
        var items = new AbstractList<DocumentUpsert>() {
            @Override
            public DocumentUpsert get(int index) {
                assertTrue(read.add(index), "item " + index + " was read twice");
                return plain("item " + index);
            }

            @Override
            public int size() {
                return 3;
            }
        };
        assertTrue(repository.batchUpsertByExternalId(TEST, items, true).allStored());
        read.clear();
        assertTrue(repository.batchUpsertByExternalId(TEST, items, false).allStored());
    }

    @Test
    @DisplayName("with a list far beyond the limit is wrong, and costs nothing")
    void monstrousBatch() {
        assertWrongBatch(Collections.nCopies(Integer.MAX_VALUE, plain("a")));
    }

    @Test
    @DisplayName("is judged by what the list handed out, whatever it says of itself")
    void lyingList() {
        assertWrongBatch(new HandingOut(items(1), 251));
        assertWrongBatch(new HandingOut(items(1), 0));
        assertOutcomes(
                repository.batchUpsertByExternalId(TEST, new HandingOut(items(1), 2), true),
                ItemOutcome.CREATED,
                ItemOutcome.CREATED);
    }

    @Test
    @DisplayName("with anything but items in the list is wrong")
    @SuppressWarnings({"unchecked", "rawtypes"}) // which is how such a list comes about
    void foreignItems() {
        assertWrongBatch((List) Arrays.asList(plain("a"), "b"));
    }

    /** A list that hands out copies of its first item, as many as it likes. */
    private static final class HandingOut extends AbstractList<DocumentUpsert> {
        private final List<DocumentUpsert> items;
        private final int count;

        HandingOut(List<DocumentUpsert> items, int count) {
            this.items = items;
            this.count = count;
        }

        @Override
        public DocumentUpsert get(int index) {
            return items.get(index);
        }

        @Override
        public int size() {
            return items.size();
        }

        @Override
        public Object[] toArray() {
            var handedOut = new Object[count];
            Arrays.setAll(handedOut, i -> plain("item " + i));
            return handedOut;
        }
    }

    private static List<DocumentUpsert> items(int count) {
        return IntStream.range(0, count).mapToObj(i -> plain("item " + i)).toList();
    }

    private void assertWrongBatch(List<DocumentUpsert> items) {
        assertThrows(
                InvalidBatchException.class, () -> repository.batchUpsertByExternalId(TEST, items, true), "atomic");
        assertThrows(
                InvalidBatchException.class, () -> repository.batchUpsertByExternalId(TEST, items, false), "partial");
        assertThrows(InvalidBatchException.class, () -> repository.previewBatchUpsert(TEST, items), "preview");
        assertEquals(0, countAll());
    }
}
