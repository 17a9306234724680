package io.archivero.internal;

import io.archivero.ImportOptions;
import io.archivero.ImportProgress;
import java.time.Duration;

/** Measures an import, and tells the listener in intervals. */
final class ImportMeter {
    private final ImportOptions options;
    private final ImportAccount account;
    private final long begin;
    private long lastTold;
    private long lastDone = -1;
    private int batches;
    private boolean silent;

    ImportMeter(ImportOptions options, ImportAccount account) {
        this.options = options;
        this.account = account;
        this.begin = options.ticker().getAsLong();
        this.lastTold = begin;
    }

    Duration elapsed() {
        return Duration.ofNanos(options.ticker().getAsLong() - begin);
    }

    /** Notes that a batch was settled; returns whether the listener lets the import go on. */
    boolean afterBatch() {
        batches++;
        long now = options.ticker().getAsLong();
        boolean due = batches >= options.progressEveryBatches()
                && now - lastTold >= options.progressEvery().toNanos();
        return silent || !due || tell(now);
    }

    /** Tells how it ended, unless the listener knows. */
    void atEnd() {
        if (!silent && account.done() != lastDone) {
            tell(options.ticker().getAsLong());
        }
    }

    /** A listener that asked to stop, or that threw, is not asked again. */
    private boolean tell(long now) {
        batches = 0;
        lastTold = now;
        lastDone = account.done();
        silent = true;
        boolean goOn = options.listener()
                .onProgress(new ImportProgress(
                        account.counts(), account.leading(), Duration.ofNanos(now - begin), options.expectedTotal()));
        silent = !goOn;
        return goOn;
    }
}
