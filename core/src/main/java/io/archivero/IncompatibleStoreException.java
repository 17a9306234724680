package io.archivero;

/**
 * A repository was not opened, because the database is not fit for it: the table differs from what the library needs or is
 * newer than the library, or a setting would lose or mix up documents. The message names what differs and what to change.
 */
public final class IncompatibleStoreException extends DocumentStoreException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public IncompatibleStoreException(String message) {
        super(message, null);
    }
}
