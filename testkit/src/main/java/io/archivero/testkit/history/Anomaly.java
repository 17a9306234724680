package io.archivero.testkit.history;

import java.util.Objects;

/**
 * Something in a history that cannot be.
 *
 * @param kind what is wrong
 * @param key whose document: environment and external id
 * @param detail how it was noticed
 */
public record Anomaly(Kind kind, String key, String detail) {
    /** What can be wrong. */
    public enum Kind {
        /** A version between 1 and the last was written by nobody. */
        GAP,
        /** Two calls wrote the same version. */
        REPEATED_VERSION,
        /** A creation that is not version 1, or a version 1 that is no creation. */
        MISCOUNTED,
        /** What was acknowledged is neither there, nor overwritten, nor removed. */
        LOST_WRITE,
        /** A document came to an end, or got another id, without a removal; or a removal removed nothing. */
        LOST_LIFE,
        /** Somebody saw a state that nobody wrote. */
        DIRTY_READ,
        /** Somebody saw an older state than was to be seen before the call began. */
        STALE_READ,
        /** Somebody saw, or left, a part of what was written at once. */
        TORN_BATCH,
        /** The time of an update went back, or that of the creation moved. */
        TIME_WENT_BACK,
        /** A lower source version went over a higher one. */
        SOURCE_WENT_BACK,
        /** A write, a conflict or a late item that its guard does not bear out. */
        BROKEN_GUARD
    }

    /** Refuses nulls. */
    public Anomaly {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(detail, "detail");
    }
}
