package io.archivero;

/**
 * A wrong call: the batch itself is malformed (no list, a null item, fewer than 1 or more than
 * {@link DocumentRepository#MAX_BATCH_SIZE} items, a wrong envelope on the wire). Nothing was written. Bad data inside an
 * item is never reported this way, but as {@link ItemOutcome#INVALID}.
 */
public final class InvalidBatchException extends ArchiveroException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that names what is wrong. */
    public InvalidBatchException(String message) {
        super(message, null);
    }
}
