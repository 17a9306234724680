package io.archivero;

import org.jspecify.annotations.Nullable;

/**
 * The connection broke, or the database's disk failed, while committing: the batch is either written whole or not at all, and
 * nobody here can know which. Replaying the same batch is safe and settles it.
 */
public final class UnknownOutcomeException extends DocumentStoreException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public UnknownOutcomeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
