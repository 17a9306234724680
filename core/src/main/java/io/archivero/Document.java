package io.archivero;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored document: what the caller set, and what the store did. {@code toString} shows the id, the status and the version only.
 *
 * @param id made by the store on creation (a UUID of version 7); never changes
 * @param content what the caller set, without the expected version
 * @param review status and review attributes
 * @param revision version and times
 */
public record Document(UUID id, DocumentUpsert content, Review review, Revision revision) {
    /** Refuses nulls. */
    public Document {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(review, "review");
        Objects.requireNonNull(revision, "revision");
    }

    /** Returns the host's key for the document, unique in its environment. */
    public String externalId() {
        return required(content.externalId());
    }

    /** Returns the person or company that the document belongs to. */
    public UUID clientId() {
        return required(content.clientId());
    }

    /** Returns the country whose rules apply. */
    public Scope scope() {
        return required(content.scope());
    }

    /** Returns the type of document, such as {@code ine}. */
    public String type() {
        return required(content.type());
    }

    /** Returns what the document is good for, if it was said. */
    public @Nullable DocumentCategory category() {
        return content.category();
    }

    /** Returns the file's media type, if there is one. */
    public @Nullable String contentType() {
        return content.contentType();
    }

    /** Returns the file's name, if there is one. */
    public @Nullable String filename() {
        return content.filename();
    }

    /** Returns the file's size in bytes, if there is one. */
    public @Nullable Long size() {
        return content.size();
    }

    /** Returns where the host keeps the file, if there is one. */
    public @Nullable String storagePath() {
        return content.storagePath();
    }

    /** Returns the day on which the document expires, if it does. */
    public @Nullable LocalDate expiresAt() {
        return content.expiresAt();
    }

    /** Returns what the document says. */
    public JsonObject fields() {
        return content.fields();
    }

    /** Returns the host's own notes. */
    public JsonObject metadata() {
        return content.metadata();
    }

    /** Returns the version that the content has in the system it comes from, if it was said. */
    public @Nullable Long sourceVersion() {
        return content.sourceVersion();
    }

    /** Returns where the document stands in its life. */
    public DocumentStatus status() {
        return review.status();
    }

    /** Returns when the document was verified, if it was. */
    public @Nullable Instant verifiedAt() {
        return review.verifiedAt();
    }

    /** Returns who verified the document, if somebody did. */
    public @Nullable String verifiedBy() {
        return review.verifiedBy();
    }

    /** Returns why the document was rejected, if it was. */
    public @Nullable String rejectionReason() {
        return review.rejectionReason();
    }

    /** Returns when the document was last reviewed, if it was. */
    public @Nullable Instant reviewedAt() {
        return review.reviewedAt();
    }

    /** Returns who last reviewed the document, if somebody did. */
    public @Nullable String reviewedBy() {
        return review.reviewedBy();
    }

    /** Returns when the document was created; UTC, microseconds. */
    public Instant createdAt() {
        return revision.createdAt();
    }

    /** Returns when the document last changed; UTC, microseconds. */
    public Instant updatedAt() {
        return revision.updatedAt();
    }

    /** Returns 1 for a new document, and one more for every change since. */
    public long version() {
        return revision.version();
    }

    /** Tells whether the document has expired by the end of that day's eve: {@code expiresAt} is before the date. */
    public boolean isExpiredOn(LocalDate date) {
        var expiresAt = content.expiresAt();
        return expiresAt != null && expiresAt.isBefore(date);
    }

    /**
     * Returns {@link #fields()} as a record whose components bear the names of the keys.
     *
     * @throws IllegalArgumentException if a key does not fit its component; the message names the place, not the value
     */
    public <T extends Record> T fieldsAs(Class<T> type) {
        return io.archivero.internal.RecordType.of(type).read(fields());
    }

    @Override
    public String toString() {
        return "Document[id=" + id + ", status=" + review.status() + ", version=" + revision.version() + "]";
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, "a stored document has every required attribute");
    }
}
