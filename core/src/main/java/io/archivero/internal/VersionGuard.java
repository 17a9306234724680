package io.archivero.internal;

import org.jspecify.annotations.Nullable;

/** Tells an expected version that a document can have from a wrong call. */
final class VersionGuard {
    private VersionGuard() {}

    /** Returns it if it is 0 or more, or null. */
    static @Nullable Long checked(@Nullable Long expectedVersion) {
        if (expectedVersion != null && expectedVersion < 0) {
            throw new IllegalArgumentException("expectedVersion must be 0 or more, not " + expectedVersion);
        }
        return expectedVersion;
    }
}
