package io.archivero.spi;

import io.archivero.Document;
import io.archivero.Violation;
import io.archivero.ViolationCodes;
import org.jspecify.annotations.Nullable;

/** The guard that all changes share: a document must be at the version that the caller has seen. */
public final class ExpectedVersion {
    private ExpectedVersion() {}

    /** Returns what is wrong if the guard does not hold: 0 stands for no document, null for whatever is there. */
    public static @Nullable Violation violation(@Nullable Long expected, @Nullable Document stored) {
        if (expected == null || expected == (stored == null ? 0 : stored.version())) {
            return null;
        }
        var actual = stored == null ? "no document is stored" : "the document is at version " + stored.version();
        return new Violation(
                ViolationCodes.EXPECTED_VERSION,
                "/expectedVersion",
                "version " + expected + " was expected, but " + actual);
    }
}
