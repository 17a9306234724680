package io.archivero.internal;

import io.archivero.Document;
import io.archivero.DocumentStatus;
import io.archivero.DocumentUpsert;
import io.archivero.Review;
import io.archivero.StoredFile;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A step in the life of a document: from which states it leads, to which one, and what it sets.
 *
 * @param from the states in which it may be taken
 * @param to the state it leads to
 * @param effect the content and the review afterwards
 */
record Transition(Set<DocumentStatus> from, DocumentStatus to, Effect effect) {
    /** What a step makes of a document; its revision is not the step's matter. */
    @FunctionalInterface
    interface Effect {
        Changed on(Document stored, Instant now);
    }

    /** The part of a document that a step may change. */
    record Changed(DocumentUpsert content, Review review) {}

    static Transition verify(String reviewer) {
        return new Transition(
                EnumSet.of(DocumentStatus.PENDING_REVIEW),
                DocumentStatus.VERIFIED,
                (stored, now) -> new Changed(
                        stored.content(), new Review(DocumentStatus.VERIFIED, now, reviewer, null, now, reviewer)));
    }

    static Transition reject(String reviewer, String reason) {
        return new Transition(
                EnumSet.of(DocumentStatus.PENDING_REVIEW),
                DocumentStatus.REJECTED,
                (stored, now) -> new Changed(
                        stored.content(), new Review(DocumentStatus.REJECTED, null, null, reason, now, reviewer)));
    }

    static Transition attach(StoredFile file) {
        return new Transition(
                EnumSet.of(DocumentStatus.PENDING_UPLOAD, DocumentStatus.REJECTED),
                DocumentStatus.PENDING_REVIEW,
                (stored, now) -> new Changed(with(file, stored), Review.pending(file.storagePath())));
    }

    static Transition detach() {
        return new Transition(
                EnumSet.allOf(DocumentStatus.class),
                DocumentStatus.PENDING_UPLOAD,
                (stored, now) ->
                        new Changed(with(new StoredFile(null, null, null, null), stored), Review.pending(null)));
    }

    private static DocumentUpsert with(StoredFile file, Document stored) {
        return stored.content().toBuilder()
                .filename(file.filename())
                .contentType(file.contentType())
                .size(file.size())
                .storagePath(file.storagePath())
                .build();
    }
}
