package io.archivero;

import java.util.Objects;

/**
 * A wrong call: a page was asked for with a cursor that does not fit. Start again from the first page, or mend what passes
 * cursors on. The message says which reason it is, and does not repeat the cursor.
 */
public final class InvalidCursorException extends ArchiveroException {
    private static final long serialVersionUID = 1L;

    /** Why a cursor does not fit. */
    public enum Reason {
        /** It is no cursor, or one that was cut, changed or mangled on its way. */
        DAMAGED("is damaged, or is no cursor"),
        /** It is whole, but was made by a version of the library that this one does not know. */
        NEWER_VERSION("was made by a newer version of the library"),
        /** It was made in the other environment. */
        OTHER_ENVIRONMENT("belongs to another environment"),
        /** It was made by a query with other conditions or in another order. */
        OTHER_QUERY("belongs to another query");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    /** Why. */
    private final Reason reason;

    /** Creates the exception. */
    public InvalidCursorException(Reason reason) {
        super("the cursor " + Objects.requireNonNull(reason, "reason").text, null);
        this.reason = reason;
    }

    /** Returns why the cursor does not fit. */
    public Reason reason() {
        return reason;
    }
}
