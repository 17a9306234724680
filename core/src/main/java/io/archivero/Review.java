package io.archivero;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the review of a document got.
 *
 * @param status where the document stands
 * @param verifiedAt when it was verified, if it was
 * @param verifiedBy who verified it
 * @param rejectionReason why it was rejected, if it was
 * @param reviewedAt when it was reviewed last, if it was
 * @param reviewedBy who reviewed it last
 */
public record Review(
        DocumentStatus status,
        @Nullable Instant verifiedAt,
        @Nullable String verifiedBy,
        @Nullable String rejectionReason,
        @Nullable Instant reviewedAt,
        @Nullable String reviewedBy) {

    /** Returns the review that has not begun: it waits for a file, or for a reviewer where there is a storage path. */
    public static Review pending(@Nullable String storagePath) {
        var status = storagePath == null ? DocumentStatus.PENDING_UPLOAD : DocumentStatus.PENDING_REVIEW;
        return new Review(status, null, null, null, null, null);
    }

    @Override
    public String toString() {
        return "Review[status=" + status + "]";
    }
}
