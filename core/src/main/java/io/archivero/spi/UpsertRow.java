package io.archivero.spi;

import io.archivero.Document;
import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.Review;
import io.archivero.Revision;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fault-free item on its way into a store, and the one place that decides what it does to a document:
 *
 * <ol>
 *   <li>An item that carries no attribute of the file takes over the stored four.
 *   <li>If what is stored then equals the item, it is UNCHANGED, whatever the guards say.
 *   <li>If the expected version is not the stored one (0 where nothing is stored), it is a CONFLICT.
 *   <li>Where nothing is stored, it is CREATED: the new id, version 1, a review that has not begun.
 *   <li>Otherwise it is UPDATED: same id and creation time, next version. The review stands, unless something that is
 *       reviewed differs: then it begins again.
 * </ol>
 *
 * @param item what to store
 * @param newId the id of the document if it is created
 * @param now when, truncated to microseconds
 */
public record UpsertRow(DocumentUpsert item, UUID newId, Instant now) {
    /** Refuses nulls. */
    public UpsertRow {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(newId, "newId");
        Objects.requireNonNull(now, "now");
    }

    /** Returns the item's external id. */
    public String externalId() {
        return Objects.requireNonNull(item.externalId(), "a fault-free item has an external id");
    }

    /** Decides what the item does, given what is stored under its external id now. */
    public UpsertPlan against(@Nullable Document stored) {
        var content = content(stored);
        if (stored != null && stored.content().sameContent(content)) {
            return new UpsertPlan(this, stored, ItemOutcome.UNCHANGED, stored);
        }
        var expected = item.expectedVersion();
        if (expected != null && expected != (stored == null ? 0 : stored.version())) {
            return new UpsertPlan(this, stored, ItemOutcome.CONFLICT, stored);
        }
        if (stored == null) {
            var created = new Document(newId, content, Review.pending(content.storagePath()), Revision.first(now));
            return new UpsertPlan(this, null, ItemOutcome.CREATED, created);
        }
        var review =
                stored.content().sameReviewedContent(content) ? stored.review() : Review.pending(content.storagePath());
        var updated =
                new Document(stored.id(), content, review, stored.revision().next(now));
        return new UpsertPlan(this, stored, ItemOutcome.UPDATED, updated);
    }

    /** The item as it would be stored: without its guard, and with the stored file if it carries none. */
    private DocumentUpsert content(@Nullable Document stored) {
        var file = stored == null || item.carriesFile() || !stored.content().carriesFile() ? null : stored.content();
        if (item.expectedVersion() == null && file == null) {
            return item;
        }
        var content = item.toBuilder().expectedVersion(null);
        if (file != null) {
            content.filename(file.filename())
                    .contentType(file.contentType())
                    .size(file.size())
                    .storagePath(file.storagePath());
        }
        return content.build();
    }
}
