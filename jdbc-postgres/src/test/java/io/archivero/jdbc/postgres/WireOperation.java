package io.archivero.jdbc.postgres;

import io.archivero.Document;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import java.util.List;

/**
 * An operation of the public API, to be called again and again from one state of the store.
 *
 * @param name what it does
 * @param batch what it upserts, and may be replayed; empty for other operations
 * @param call calls it, knowing one of the stored documents
 */
record WireOperation(String name, List<DocumentUpsert> batch, Call call) {
    /** Calls the operation. */
    interface Call {
        void on(DocumentRepository repository, Document known);
    }

    /** Tells whether the database refuses rows of it. */
    boolean isRefused() {
        return batch.stream().anyMatch(item -> WireOperations.FORBIDDEN.equals(item.type()));
    }

    /** Tells whether it goes on by itself when the database was away. */
    boolean triesAgain() {
        return name.equals("an import");
    }

    static WireOperation of(String name, Call call) {
        return new WireOperation(name, List.of(), call);
    }
}
