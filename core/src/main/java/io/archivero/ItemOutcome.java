package io.archivero;

import java.util.Locale;

/**
 * What became of one item of a batch. The first four are successes; of the others, if several apply, the first in the
 * order of this list is reported.
 */
public enum ItemOutcome {
    /** Stored as a new document. */
    CREATED,
    /** Stored over the existing document, which differed. */
    UPDATED,
    /** What is stored already equals the item: nothing was written, version and update time stand. */
    UNCHANGED,
    /** What is stored came from a later source version: nothing was written. Not a failure. */
    STALE,
    /** Breaks a rule; the violations say which. */
    INVALID,
    /** Its external id occurs more than once in the batch; every occurrence is refused, because no winner can be guessed. */
    DUPLICATE,
    /** The expected version does not hold. */
    CONFLICT,
    /** The database itself refused the row, say by a constraint that the host added. */
    REFUSED,
    /** Fault-free, but the atomic batch failed on another item. */
    NOT_APPLIED;

    /** Tells whether the item ended well: created, updated, unchanged or stale. */
    public boolean isSuccess() {
        return compareTo(STALE) <= 0;
    }

    /** Returns the lower-case form that stands on the wire, for example {@code not_applied}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
