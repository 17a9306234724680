package io.archivero;

import org.jspecify.annotations.Nullable;

/**
 * The database could not be reached, was busy for longer than the retries last, or went away before the commit. Nothing
 * was written; trying again is safe.
 */
public final class StoreUnavailableException extends DocumentStoreException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
