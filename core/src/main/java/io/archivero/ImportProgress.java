package io.archivero;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far an import is. Counts are of this call alone; a batch that was replayed after a failure counts as it was answered the last
 * time, so what the first attempt created may count as unchanged.
 *
 * @param counts how many settled items ended in each outcome; an outcome that did not occur counts 0; unmodifiable
 * @param resumePoint how many leading items of the input are settled: an import that skips so many stores the rest
 * @param elapsed the time since the import began
 * @param expectedTotal how many items there are in all, if {@link ImportOptions} said so
 */
public record ImportProgress(
        Map<ItemOutcome, Long> counts, long resumePoint, Duration elapsed, OptionalLong expectedTotal) {
    /** Copies the counts; refuses nulls. */
    public ImportProgress {
        counts = ImportCounts.copyOf(counts);
        Objects.requireNonNull(elapsed, "elapsed");
        Objects.requireNonNull(expectedTotal, "expectedTotal");
    }

    /** Returns how many items are settled: stored or refused. */
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

    /** Returns how many items were settled per second since the beginning; 0 while no time has passed. */
    public double perSecond() {
        return elapsed.isZero() ? 0 : done() / (elapsed.toNanos() / 1e9);
    }

    /** Returns how long the rest will take at this pace; empty while nothing is done, or if the total is not known. */
    public Optional<Duration> rest() {
        if (expectedTotal.isEmpty() || done() == 0) {
            return Optional.empty();
        }
        long rest = Math.max(0, expectedTotal.getAsLong() - done());
        return Optional.of(Duration.ofNanos((long) ((double) elapsed.toNanos() * rest / done())));
    }
}
