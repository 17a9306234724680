package io.archivero;

import org.jspecify.annotations.Nullable;

/**
 * The database could not be reached, was busy for longer than the retries last, cannot use its disk, or went away before the
 * commit. Nothing was written; trying again is safe. Where the disk may be full, the message says so.
 */
public final class StoreUnavailableException extends DocumentStoreException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
