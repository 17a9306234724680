package io.archivero;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The dense answer to a batch: exactly one {@link ItemResult} per item, in the order of the items.
 *
 * @param atomic whether the batch was all-or-nothing
 * @param items one answer per item; unmodifiable
 */
public record BatchUpsertResult(boolean atomic, List<ItemResult> items) {
    /** Copies the list. */
    public BatchUpsertResult {
        items = List.copyOf(items);
    }

    /** Returns how many items ended in each outcome; an outcome that did not occur counts 0. */
    public Map<ItemOutcome, Integer> counts() {
        var counts = new EnumMap<ItemOutcome, Integer>(ItemOutcome.class);
        for (var outcome : ItemOutcome.values()) {
            counts.put(outcome, 0);
        }
        items.forEach(item -> counts.merge(item.outcome(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** Tells whether every item ended well (see {@link ItemOutcome#isSuccess()}). */
    public boolean allStored() {
        return items.stream().allMatch(item -> item.outcome().isSuccess());
    }

    /**
     * Returns this result if every item ended well.
     *
     * @throws BatchRejectedException if one did not. After a partial batch the items that ended well stay stored all the same.
     */
    public BatchUpsertResult orThrow() {
        if (!allStored()) {
            throw new BatchRejectedException(this);
        }
        return this;
    }
}
