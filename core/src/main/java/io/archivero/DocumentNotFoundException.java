package io.archivero;

import java.util.UUID;

/** A call meant one document, by its id, and the environment has none. Nothing was written. */
public final class DocumentNotFoundException extends ArchiveroException {
    private static final long serialVersionUID = 1L;

    /** The id that was asked for. */
    private final UUID id;

    /** Creates the exception. */
    public DocumentNotFoundException(Environment environment, UUID id) {
        super("there is no document " + id + " in " + environment, null);
        this.id = id;
    }

    /** Returns the id that was asked for. */
    public UUID id() {
        return id;
    }
}
