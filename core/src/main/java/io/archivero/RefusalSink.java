package io.archivero;

/**
 * Takes the items that an import could not store. Called on the thread that called {@code importAll}, one call at a time; with one
 * worker in the order of the input, with more in the order in which batches are answered. An item counts as settled only when this
 * returns, so that an import which is started again from its resume point loses no refusal, and may repeat some.
 */
@FunctionalInterface
public interface RefusalSink {
    /**
     * Takes a refused item.
     *
     * @param position where the item stood in the input, from 0
     * @param item the item itself
     * @param result its outcome and reasons. Its {@code index()} is a position in a batch that the import made: ignore it.
     */
    void refused(long position, DocumentUpsert item, ItemResult result);
}
