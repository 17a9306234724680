package io.archivero.internal;

import io.archivero.DocumentRepository;
import io.archivero.InvalidBatchException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What makes a list a batch: between one item and the most that are allowed, none of them missing. */
final class BatchSize {
    private BatchSize() {}

    /**
     * Returns a copy, so that what a caller does to the list meanwhile changes nothing.
     *
     * @throws InvalidBatchException if the list is no batch
     */
    static <T> List<T> checkedCopy(@Nullable List<T> items, IntFunction<T[]> array) {
        if (items == null) {
            throw new InvalidBatchException("the batch is null");
        }
        // One pass, one snapshot: a list that changes under us is still judged as it was read.
        var copy = Arrays.asList(items.toArray(array));
        if (copy.isEmpty() || copy.size() > DocumentRepository.MAX_BATCH_SIZE) {
            throw new InvalidBatchException(
                    "a batch has 1 to " + DocumentRepository.MAX_BATCH_SIZE + " items, not " + copy.size());
        }
        int missing = copy.indexOf(null);
        if (missing >= 0) {
            throw new InvalidBatchException("item " + missing + " is null");
        }
        return copy;
    }
}
