package io.archivero;

import org.jspecify.annotations.Nullable;

/** The root of everything that Archivero throws on purpose, apart from {@code NullPointerException} and {@code IllegalArgumentException}. */
public abstract class ArchiveroException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. Messages never repeat a document's values. */
    protected ArchiveroException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
