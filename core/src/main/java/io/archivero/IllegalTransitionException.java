package io.archivero;

import java.util.Objects;

/** A document cannot go from the state it is in to the one asked for. Nothing was written. */
public final class IllegalTransitionException extends ArchiveroException {
    private static final long serialVersionUID = 1L;

    /** The state that the document is in. */
    private final DocumentStatus from;
    /** The state asked for. */
    private final DocumentStatus to;

    /** Creates the exception. */
    public IllegalTransitionException(DocumentStatus from, DocumentStatus to) {
        super("a document cannot go from " + from + " to " + to + "; nothing was written", null);
        this.from = Objects.requireNonNull(from, "from");
        this.to = Objects.requireNonNull(to, "to");
    }

    /** Returns the state that the document was in. */
    public DocumentStatus from() {
        return from;
    }

    /** Returns the state that was asked for. */
    public DocumentStatus to() {
        return to;
    }
}
