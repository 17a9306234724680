package io.archivero.examples;

import io.archivero.BatchRejectedException;
import io.archivero.BatchUpsertResult;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import java.time.Duration;
import java.util.List;

/**
 * One batch and its answer.
 *
 * @param name what was delivered
 * @param result what became of it
 * @param elapsed how long it took
 */
record Step(String name, BatchUpsertResult result, Duration elapsed) {

    /** Upserts a batch. That an atomic one is refused is an answer like any other here. */
    static Step upsert(DocumentRepository repository, String name, List<DocumentUpsert> items, boolean atomic) {
        long start = System.nanoTime();
        BatchUpsertResult result;
        try {
            result = repository.batchUpsertByExternalId(Environment.TEST, items, atomic);
        } catch (BatchRejectedException e) {
            result = e.result();
        }
        return new Step(name, result, Duration.ofNanos(System.nanoTime() - start));
    }
}
