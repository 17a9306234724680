package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import io.archivero.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every batch. */
abstract class BatchLaws extends LawTopic {
    BatchLaws(StoreFixture fixture) {
        super(fixture);
    }

    @Property
    @Label("density and alignment: one result for each item, in the order of the items")
    void densityAndAlignment(
            @ForAll("good") List<DocumentUpsert> before,
            @ForAll("mixed") List<DocumentUpsert> items,
            @ForAll boolean atomic) {
        start();
        run(TEST, before, false);
        var results = run(TEST, items, atomic).items();
        assertEquals(items.size(), results.size());
        for (int i = 0; i < items.size(); i++) {
            var result = results.get(i);
            assertEquals(i, result.index());
            assertEquals(items.get(i).externalId(), result.externalId());
            result.document().ifPresent(document -> assertEquals(result.externalId(), document.externalId()));
            boolean hasReason = !result.outcome().isSuccess() && result.outcome() != ItemOutcome.NOT_APPLIED;
            assertEquals(hasReason, !result.violations().isEmpty());
        }
    }

    @Property
    @Label("atomic: every item ends well, or the store is exactly as before")
    void allOrNothing(@ForAll("good") List<DocumentUpsert> before, @ForAll("mixed") List<DocumentUpsert> items) {
        start();
        run(TEST, before, false);
        var stored = stored(TEST);
        var result = run(TEST, items, true);
        if (result.allStored()) {
            assertEquals(onReplay(result.items()), outcomes(run(TEST, items, true)));
        } else {
            assertEquals(stored, stored(TEST));
            assertEquals(stored.size(), count(TEST));
            assertFalse(result.items().stream().anyMatch(item -> item.outcome().isSuccess()));
            assertFalse(result.items().stream().allMatch(item -> item.outcome() == ItemOutcome.NOT_APPLIED));
        }
    }

    @Property
    @Label("partial independence: a partial batch is its items one by one")
    void partialIndependence(@ForAll("good") List<DocumentUpsert> before, @ForAll("mixed") List<DocumentUpsert> items) {
        start();
        run(TEST, before, false);
        run(LIVE, before, false);
        var together = run(TEST, items, false).items();
        for (int i = 0; i < items.size(); i++) {
            if (occurrences(items, items.get(i)) == 1) {
                var alone = run(LIVE, List.of(items.get(i)), i % 2 == 0).items().get(0);
                assertEquals(said(together.get(i)), said(alone));
            }
        }
        assertEquals(count(TEST), count(LIVE));
    }

    @Property
    @Label("permutation invariance: the order of the items changes nothing but positions")
    void permutationInvariance(
            @ForAll("good") List<DocumentUpsert> before,
            @ForAll("mixed") List<DocumentUpsert> items,
            @ForAll boolean atomic,
            @ForAll long seed) {
        start();
        run(TEST, before, false);
        run(LIVE, before, false);
        var order = new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        var straight = run(TEST, items, atomic).items();
        var shuffled =
                run(LIVE, order.stream().map(items::get).toList(), atomic).items();
        for (int i = 0; i < items.size(); i++) {
            assertEquals(said(straight.get(order.get(i))), said(shuffled.get(i)));
        }
    }

    @Property
    @Label(
            "idempotent replay: the second time everything is UNCHANGED (what came late still does), and no version moves")
    void idempotentReplay(
            @ForAll("good") List<DocumentUpsert> before,
            @ForAll("good") List<DocumentUpsert> items,
            @ForAll boolean atomic,
            @ForAll boolean atomicReplay) {
        start();
        run(TEST, before, false);
        var applied = run(TEST, items, atomic).items().stream()
                .filter(result -> result.outcome().isSuccess())
                .toList();
        if (applied.isEmpty()) {
            return;
        }
        var stored = stored(TEST);
        clock.advance(Duration.ofHours(1));
        var again = applied.stream().map(result -> items.get(result.index())).toList();
        var replayed = run(TEST, again, atomicReplay);
        assertEquals(onReplay(applied), outcomes(replayed));
        assertEquals(stored, stored(TEST));
        replayed.items()
                .forEach(result -> assertEquals(
                        stored.get(result.externalId()), result.document().orElseThrow()));
    }

    @Property
    @Label("preview: it answers what a partial batch then answers, and writes nothing")
    void preview(@ForAll("good") List<DocumentUpsert> before, @ForAll("mixed") List<DocumentUpsert> items) {
        start();
        run(TEST, before, false);
        var stored = stored(TEST);
        var previewed = repository.previewBatchUpsert(TEST, items).items();
        assertEquals(stored, stored(TEST));
        assertEquals(stored.size(), count(TEST));
        var partial = run(TEST, items, false).items();
        for (int i = 0; i < items.size(); i++) {
            assertEquals(partial.get(i).outcome(), previewed.get(i).outcome());
            assertEquals(partial.get(i).violations(), previewed.get(i).violations());
        }
    }

    @Property
    @Label("refusal: what breaks a rule is INVALID by its code and place, and is not stored")
    void refusal(@ForAll("broken") InvalidItem broken, @ForAll boolean alone) {
        start();
        var good = DocumentUpsert.builder("good")
                .clientId(new UUID(1, 2))
                .scope(Scope.US)
                .type("x")
                .build();
        var items = alone ? List.of(broken.item()) : List.of(broken.item(), good);
        var result = run(TEST, items, false).items().get(0);
        assertEquals(ItemOutcome.INVALID, result.outcome());
        assertTrue(broken.isNamedBy(result), () -> broken + " but " + result.violations());
        assertEquals(items.size() - 1, count(TEST));
        assertEquals(ItemOutcome.INVALID, run(TEST, items, true).items().get(0).outcome());
    }

    @Provide
    Arbitrary<InvalidItem> broken() {
        return DocumentArbitraries.invalidItems();
    }

    private static long occurrences(List<DocumentUpsert> items, DocumentUpsert item) {
        return items.stream()
                .filter(other -> Objects.equals(other.externalId(), item.externalId()))
                .count();
    }

    /** What is stored equals the item by now, unless the item came late: then the newer state still stands. */
    private static List<ItemOutcome> onReplay(List<ItemResult> applied) {
        return applied.stream()
                .map(result -> result.outcome() == ItemOutcome.STALE ? ItemOutcome.STALE : ItemOutcome.UNCHANGED)
                .toList();
    }

    private static List<ItemOutcome> outcomes(BatchUpsertResult result) {
        return result.items().stream().map(ItemResult::outcome).toList();
    }
}
