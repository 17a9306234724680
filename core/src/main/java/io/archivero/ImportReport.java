package io.archivero;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What became of an import. It holds numbers only: refused items went to the {@link RefusalSink}.
 *
 * @param ending why it ended
 * @param counts how many settled items ended in each outcome; an outcome that did not occur counts 0; unmodifiable. A batch that was
 *     replayed after a failure counts as it was answered the last time.
 * @param resumePoint how many leading items of the input are settled: an import that skips so many stores the rest, and one that
 *     skips none ends in the same state
 * @param elapsed how long it took
 */
public record ImportReport(Ending ending, Map<ItemOutcome, Long> counts, long resumePoint, Duration elapsed) {
    /** Why an import ended. */
    public enum Ending {
        /** The input had no more items: all of them are settled. */
        COMPLETED,
        /** The listener asked to stop. */
        STOPPED,
        /** The calling thread was interrupted. */
        INTERRUPTED,
        /** The store, the input, the listener or the sink failed; {@link ImportFailedException} says which. */
        FAILED
    }

    /** Copies the counts; refuses nulls. */
    public ImportReport {
        Objects.requireNonNull(ending, "ending");
        counts = ImportCounts.copyOf(counts);
        Objects.requireNonNull(elapsed, "elapsed");
    }

    /** Tells whether the input was read to its end. */
    public boolean completed() {
        return ending == Ending.COMPLETED;
    }

    /** Returns how many items are settled: stored or refused. After a failure these can be more than the leading ones. */
    public long done() {
        return stored() + refused();
    }

    /** Returns how many items ended well, the unchanged and the stale ones among them (see {@link ItemOutcome#isSuccess()}). */
    public long stored() {
        return ImportCounts.sum(counts, true);
    }

    /** Returns how many items were refused. */
    public long refused() {
        return ImportCounts.sum(counts, false);
    }
}
