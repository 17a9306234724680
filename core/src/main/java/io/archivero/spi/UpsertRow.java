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
 *   <li>If both have a source version, and the item's is lower, it is STALE: it comes late.
 *   <li>Where nothing is stored, it is CREATED: the new id, version 1, a review that has not begun.
 *   <li>Otherwise it is UPDATED: same id and creation time, next version. The review stands, unless something that is
 *       reviewed differs: then it begins again.
 * </ol>
 *
 * @param item what to store
 * @param newId the id of the document if it is created
 * @param now when, truncated to microseconds
 */
public record UpsertRow(DocumentUpsert item, UUID newId, Instant now) implements WriteRow {
    /** Refuses nulls. */
    public UpsertRow {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(newId, "newId");
        Objects.requireNonNull(now, "now");
    }

    @Override
    public String externalId() {
        return Objects.requireNonNull(item.externalId(), "a fault-free item has an external id");
    }

    @Override
    public WritePlan against(@Nullable Document stored) {
        var content = content(stored);
        if (stored != null && stored.content().sameContent(content)) {
            return WritePlan.leave(this, ItemOutcome.UNCHANGED, stored);
        }
        var conflict = ExpectedVersion.violation(item.expectedVersion(), stored);
        if (conflict != null) {
            return WritePlan.conflict(this, stored, conflict);
        }
        if (stored == null) {
            return WritePlan.create(
                    this, new Document(newId, content, Review.pending(content.storagePath()), Revision.first(now)));
        }
        if (isLate(stored)) {
            return WritePlan.leave(this, ItemOutcome.STALE, stored);
        }
        var review =
                stored.content().sameReviewedContent(content) ? stored.review() : Review.pending(content.storagePath());
        return WritePlan.update(
                this,
                new Document(stored.id(), content, review, stored.revision().next(now)));
    }

    private boolean isLate(Document stored) {
        var before = stored.sourceVersion();
        return before != null && item.sourceVersion() != null && item.sourceVersion() < before;
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
