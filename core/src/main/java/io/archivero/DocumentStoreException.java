package io.archivero;

import org.jspecify.annotations.Nullable;

/**
 * The database failed. Unless it is an {@link UnknownOutcomeException}, nothing of the call was written. The message
 * carries the SQLSTATE where there is one, and never a document's values; causes are stripped of the driver's own detail
 * where that could repeat them.
 */
public class DocumentStoreException extends ArchiveroException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public DocumentStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
