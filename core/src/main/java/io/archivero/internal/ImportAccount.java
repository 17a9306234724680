package io.archivero.internal;

import io.archivero.BatchUpsertResult;
import io.archivero.ItemOutcome;
import io.archivero.RefusalSink;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/** Keeps account of the items that are settled: stored, or refused and handed over. */
final class ImportAccount {
    private final RefusalSink sink;
    private final Map<ItemOutcome, Long> counts = new EnumMap<>(ItemOutcome.class);
    private long leading;
    /** Which items from {@code leading} on are settled; short, because the import does not run far ahead of an item. */
    private BitSet others = new BitSet();

    private boolean sinkFailed;

    ImportAccount(RefusalSink sink) {
        this.sink = sink;
    }

    /**
     * Settles what was stored, and then hands over what was refused. If the sink throws, that item stays open, and so does all that is
     * refused afterwards.
     */
    void settle(ImportBatch batch, BatchUpsertResult result) {
        settleStored(batch, result);
        try {
            if (!sinkFailed) {
                sinkFailed = true;
                settleRefused(batch, result);
                sinkFailed = false;
            }
        } finally {
            advance();
        }
    }

    /** Returns how many items ended in each outcome; outcomes that did not occur may be missing. */
    Map<ItemOutcome, Long> counts() {
        return counts;
    }

    /** Returns how many items are settled. */
    long done() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns how many leading items are settled. */
    long leading() {
        return leading;
    }

    private void settleStored(ImportBatch batch, BatchUpsertResult result) {
        for (var item : result.items()) {
            if (item.outcome().isSuccess()) {
                settle(batch.position(item.index()), item.outcome());
            }
        }
    }

    private void settleRefused(ImportBatch batch, BatchUpsertResult result) {
        for (var item : result.items()) {
            if (!item.outcome().isSuccess()) {
                long position = batch.position(item.index());
                sink.refused(position, batch.items().get(item.index()), item);
                settle(position, item.outcome());
            }
        }
    }

    private void settle(long position, ItemOutcome outcome) {
        counts.merge(outcome, 1L, Long::sum);
        others.set((int) (position - leading));
    }

    private void advance() {
        int more = others.nextClearBit(0);
        leading += more;
        others = others.get(more, Math.max(more, others.length()));
    }
}
