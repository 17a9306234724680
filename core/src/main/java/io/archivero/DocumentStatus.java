package io.archivero;

import java.util.Locale;

/** Where a document stands in its life. Only the store sets it. */
public enum DocumentStatus {
    /** Known, but no file is stored for it yet. */
    PENDING_UPLOAD,
    /** Has a file that nobody has reviewed yet. */
    PENDING_REVIEW,
    /** Reviewed and found good. */
    VERIFIED,
    /** Reviewed and turned down. */
    REJECTED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** Returns the lower-case form that stands on the wire and in the table, for example {@code pending_review}. */
    public String wireName() {
        return wireName;
    }
}
