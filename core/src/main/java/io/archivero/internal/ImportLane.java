package io.archivero.internal;

import io.archivero.DocumentUpsert;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Where all items of some external ids pass, one batch after the other, so that items of one key are stored in the order of the input. Used by
 * the calling thread only; the executor works off the batches.
 */
final class ImportLane {
    /** One at work, and one that waits for it. */
    private static final int MOST_SENT = 2;

    private final Executor executor;
    private ImportBatch next = new ImportBatch();
    private int sent;

    /** Works off batches with an executor, which must run one at a time, in order. */
    ImportLane(Executor executor) {
        this.executor = executor;
    }

    /** Returns the batch that is being filled. */
    ImportBatch next() {
        return next;
    }

    void add(long position, DocumentUpsert item) {
        next.add(position, item);
    }

    /** Tells whether no further batch can be sent until one has come back. */
    boolean isFull() {
        return sent >= MOST_SENT;
    }

    /** Tells whether there are batches that have not come back. */
    boolean isAtWork() {
        return sent > 0;
    }

    /** Sends the batch that is being filled, and begins another. */
    void send(Consumer<ImportBatch> work) {
        var batch = next;
        next = new ImportBatch();
        sent++;
        executor.execute(() -> work.accept(batch));
    }

    /** Notes that a batch has come back. */
    void cameBack() {
        sent--;
    }
}
