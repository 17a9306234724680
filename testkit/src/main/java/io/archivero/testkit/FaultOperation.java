package io.archivero.testkit;

import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import java.util.List;
import java.util.UUID;

/**
 * An operation of the public API, to be called again and again from one state of the store.
 *
 * @param name what it does
 * @param given what is stored before
 * @param call calls it
 */
record FaultOperation(String name, List<DocumentUpsert> given, Call call) {
    /** Calls the operation, and returns its answer. */
    interface Call {
        Object on(DocumentRepository repository, UUID idOfFirst);
    }
}
