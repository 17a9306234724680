package io.archivero.internal;

import io.archivero.DocumentRepository;
import io.archivero.InvalidBatchException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes a list a batch: between one item and the most that are allowed, none of them missing. */
final class BatchSize {
    private BatchSize() {}

    /**
     * Returns a copy, so that what a caller does to the list meanwhile changes nothing.
     *
     * @param type the class of the items
     * @throws InvalidBatchException if the list is no batch
     */
    static <T> List<T> checkedCopy(@Nullable List<T> items, Class<T> type) {
        if (items == null) {
            throw new InvalidBatchException("the batch is null");
        }
        require(items.size()); // as the list says itself, since copying a monstrous one would cost
        // One pass, one snapshot: a list that changes under us is judged as it was read. The array may still be its
        // own.
        var read = items.toArray();
        require(read.length);
        var copy = new ArrayList<T>(read.length);
        for (var item : read) {
            if (!type.isInstance(item)) {
                throw new InvalidBatchException("item " + copy.size() + " is "
                        + (item == null ? "null" : "not of the class " + type.getSimpleName()));
            }
            copy.add(type.cast(item));
        }
        return copy;
    }

    private static void require(int size) {
        if (size < 1 || size > DocumentRepository.MAX_BATCH_SIZE) {
            throw new InvalidBatchException(
                    "a batch has 1 to " + DocumentRepository.MAX_BATCH_SIZE + " items, not " + size);
        }
    }
}
