package io.archivero.internal;

import io.archivero.BatchRejectedException;
import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.spi.DocumentStore;
import io.archivero.spi.RowResult;
import io.archivero.spi.UpsertRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The heart: how a batch is answered.
 *
 * <ol>
 *   <li>Every item gets a slot, in input order.
 *   <li>Items that break a rule, and items that share an external id, are answered at once, all of them.
 *   <li>If the batch is atomic and there was one such item, the store is not even asked.
 *   <li>The rest becomes rows for the store, which answers them in one transaction.
 *   <li>If the batch is atomic and the store could not take a row, the batch is refused; the store wrote nothing.
 * </ol>
 */
public final class BatchUpsert {
    private final DocumentStore store;
    private final ItemValidator validator;
    private final StoreClock clock;
    private final Function<Instant, UUID> ids;

    /** Puts the collaborators together; {@code ids} makes the id of a document that is created at an instant. */
    public BatchUpsert(DocumentStore store, ItemValidator validator, StoreClock clock, Function<Instant, UUID> ids) {
        this.store = store;
        this.validator = validator;
        this.clock = clock;
        this.ids = ids;
    }

    /** Returns the same over another store. */
    public BatchUpsert over(DocumentStore other) {
        return new BatchUpsert(other, validator, clock, ids);
    }

    /** Stores a batch, and answers every item. */
    public BatchUpsertResult run(Environment environment, List<DocumentUpsert> items, boolean atomic) {
        var slots = slots(items, atomic);
        if (atomic && slots.anyRefused()) {
            throw new BatchRejectedException(slots.result());
        }
        slots.answerOpen(open -> store.write(environment, rows(open), atomic));
        var result = slots.result();
        return atomic ? result.orThrow() : result;
    }

    /** Answers like a partial batch, without writing. */
    public BatchUpsertResult preview(Environment environment, List<DocumentUpsert> items) {
        var slots = slots(items, false);
        slots.answerOpen(open -> {
            var rows = rows(open);
            var stored = store.findByExternalIds(
                    environment, rows.stream().map(UpsertRow::externalId).toList());
            return rows.stream()
                    .map(row -> preview(row, stored.get(row.externalId())))
                    .toList();
        });
        return slots.result();
    }

    private Slots<DocumentUpsert> slots(List<DocumentUpsert> items, boolean atomic) {
        var batch = BatchSize.checkedCopy(items, DocumentUpsert.class);
        var slots = new Slots<>(batch, DocumentUpsert::externalId, atomic);
        slots.refuseFaulty(validator::check);
        return slots;
    }

    private static RowResult preview(UpsertRow row, @Nullable Document stored) {
        var result = row.against(stored).result();
        return new RowResult(result.outcome(), stored, result.violation());
    }

    private List<UpsertRow> rows(List<DocumentUpsert> items) {
        var now = clock.now();
        return items.stream()
                .map(item -> new UpsertRow(item, ids.apply(now), now))
                .toList();
    }
}
