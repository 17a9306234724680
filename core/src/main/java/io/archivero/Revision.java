package io.archivero;

import java.time.Instant;
import java.util.Objects;

/**
 * Which state of a document this is.
 *
 * @param version 1 on creation, one more at every change
 * @param createdAt when the document was created; UTC, microseconds
 * @param updatedAt when it last changed; UTC, microseconds; never goes backwards, even if the clock does
 */
public record Revision(long version, Instant createdAt, Instant updatedAt) {
    /** Refuses nulls. */
    public Revision {
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }

    /** Returns the first revision of a document that is created now. */
    public static Revision first(Instant now) {
        return new Revision(1, now, now);
    }

    /** Returns the revision after this one. */
    public Revision next(Instant now) {
        return new Revision(version + 1, createdAt, now.isAfter(updatedAt) ? now : updatedAt);
    }
}
