package io.archivero.internal;

import io.archivero.BatchRejectedException;
import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.spi.DocumentStore;
import io.archivero.spi.RowResult;
import io.archivero.spi.UpsertRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
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
    private static final Instant EARLIEST = LocalDate.of(1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant LATEST =
            LocalDate.of(9999, 12, 31).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);

    private final DocumentStore store;
    private final ItemValidator validator;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** Puts the collaborators together; {@code ids} makes UUIDs of version 7. */
    public BatchUpsert(DocumentStore store, ItemValidator validator, Clock clock, Supplier<UUID> ids) {
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
        var slots = new Slots(items, atomic);
        slots.refuseInvalid(validator);
        slots.refuseDuplicates();
        if (atomic && slots.anyRefused()) {
            throw new BatchRejectedException(slots.result());
        }
        slots.answerOpen(open -> store.upsert(environment, rows(open), atomic));
        var result = slots.result();
        if (atomic) {
            result.orThrow();
        }
        return result;
    }

    /** Answers like a partial batch, without writing. */
    public BatchUpsertResult preview(Environment environment, List<DocumentUpsert> items) {
        var slots = new Slots(items, false);
        slots.refuseInvalid(validator);
        slots.refuseDuplicates();
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

    private static RowResult preview(UpsertRow row, @Nullable Document stored) {
        var result = row.against(stored).result();
        return new RowResult(result.outcome(), stored, result.violation());
    }

    private List<UpsertRow> rows(List<DocumentUpsert> items) {
        var now = now();
        return items.stream().map(item -> new UpsertRow(item, ids.get(), now)).toList();
    }

    /** The clock's time, in what every database can hold: microseconds, years 1 to 9999. */
    private Instant now() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (now.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return now.isAfter(LATEST) ? LATEST.truncatedTo(ChronoUnit.MICROS) : now;
    }
}
