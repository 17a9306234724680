package io.archivero;

/** A document is not at the version that the caller expected: somebody else changed it. Nothing was written. */
public final class ConflictException extends ArchiveroException {
    private static final long serialVersionUID = 1L;

    /** The version that the caller expected. */
    private final long expectedVersion;
    /** The version that is stored. */
    private final long actualVersion;

    /** Creates the exception. */
    public ConflictException(long expectedVersion, long actualVersion) {
        super(
                "version " + expectedVersion + " was expected, but the document is at version " + actualVersion
                        + "; nothing was written",
                null);
        this.expectedVersion = expectedVersion;
        this.actualVersion = actualVersion;
    }

    /** Returns the version that the caller expected. */
    public long expectedVersion() {
        return expectedVersion;
    }

    /** Returns the version that was stored when the call was decided. */
    public long actualVersion() {
        return actualVersion;
    }
}
