package io.archivero;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How an import goes about its work. Starts as {@link #defaults()}; each method returns new options. Immutable, and safe for use by
 * many threads as far as the listener, the sink and the ticker are.
 */
public final class ImportOptions {
    /** Eight attempts, waits of up to a quarter of a second at first and ten seconds at most: time for a database to come back. */
    public static final RetryPolicy DEFAULT_RETRIES =
            new RetryPolicy(8, Duration.ofMillis(250), Duration.ofSeconds(10));

    private static final ImportOptions DEFAULTS = new ImportOptions(new Builder());

    private final int batchSize;
    private final int parallelism;
    private final OptionalLong expectedTotal;
    private final RetryPolicy retryPolicy;
    private final ImportListener listener;
    private final Duration progressEvery;
    private final int progressEveryBatches;
    private final LongSupplier ticker;
    private final RefusalSink refusalSink;

    private ImportOptions(Builder builder) {
        batchSize = builder.batchSize;
        parallelism = builder.parallelism;
        expectedTotal = builder.expectedTotal;
        retryPolicy = builder.retryPolicy;
        listener = builder.listener;
        progressEvery = builder.progressEvery;
        progressEveryBatches = builder.progressEveryBatches;
        ticker = builder.ticker;
        refusalSink = builder.refusalSink;
    }

    /**
     * Returns the options that every import starts from: full batches on the calling thread, {@link #DEFAULT_RETRIES}, nobody who
     * listens, and refused items counted only.
     */
    public static ImportOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Sets how many items go into one batch at most; {@value DocumentRepository#MAX_BATCH_SIZE} by default.
     *
     * @throws IllegalArgumentException unless it is 1 to {@value DocumentRepository#MAX_BATCH_SIZE}
     */
    public ImportOptions withBatchSize(int items) {
        requireAtLeast("batchSize", items, 1);
        if (items > DocumentRepository.MAX_BATCH_SIZE) {
            throw new IllegalArgumentException(
                    "batchSize must be at most " + DocumentRepository.MAX_BATCH_SIZE + ", not " + items);
        }
        var builder = new Builder(this);
        builder.batchSize = items;
        return new ImportOptions(builder);
    }

    /**
     * Sets how many batches are stored at the same time; 1 by default, on the calling thread. With more, the import starts so many
     * threads and ends them before it returns. Each uses one connection at a time, and none is part of a transaction that is bound to
     * the calling thread. Of one external id, items are stored in the order of the input all the same.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public ImportOptions withParallelism(int workers) {
        requireAtLeast("parallelism", workers, 1);
        var builder = new Builder(this);
        builder.parallelism = workers;
        return new ImportOptions(builder);
    }

    /**
     * Says how many items there are, so that the listener can be told how long the rest will take. Nothing else depends on it.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ImportOptions withExpectedTotal(long items) {
        requireAtLeast("expectedTotal", items, 0);
        var builder = new Builder(this);
        builder.expectedTotal = OptionalLong.of(items);
        return new ImportOptions(builder);
    }

    /**
     * Sets how often a batch is tried when the database is unavailable or the fate of a commit unknown; {@link #DEFAULT_RETRIES} by
     * default. This comes on top of the repository's own policy, which is about transient refusals. In a host's transaction nothing is
     * tried again.
     */
    public ImportOptions withRetryPolicy(RetryPolicy policy) {
        var builder = new Builder(this);
        builder.retryPolicy = Objects.requireNonNull(policy, "policy");
        return new ImportOptions(builder);
    }

    /** Sets who hears of the progress; nobody by default. */
    public ImportOptions withListener(ImportListener listener) {
        var builder = new Builder(this);
        builder.listener = Objects.requireNonNull(listener, "listener");
        return new ImportOptions(builder);
    }

    /**
     * Lets the listener hear of every batch that is settled at least so long after the one it heard of last; one second by default.
     * Replaces an interval in batches. Time is looked at when a batch is settled: no timer runs.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ImportOptions withProgressEvery(Duration interval) {
        if (Objects.requireNonNull(interval, "interval").isNegative()) {
            throw new IllegalArgumentException("interval must not be negative");
        }
        var builder = new Builder(this);
        builder.progressEvery = interval;
        builder.progressEveryBatches = 1;
        return new ImportOptions(builder);
    }

    /**
     * Lets the listener hear of every so-manieth batch that is settled. Replaces an interval in time.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public ImportOptions withProgressEveryBatches(int batches) {
        requireAtLeast("batches", batches, 1);
        var builder = new Builder(this);
        builder.progressEvery = Duration.ZERO;
        builder.progressEveryBatches = batches;
        return new ImportOptions(builder);
    }

    /** Sets what elapsed time is measured with, in nanoseconds since any moment; {@code System::nanoTime} by default. */
    public ImportOptions withTicker(LongSupplier ticker) {
        var builder = new Builder(this);
        builder.ticker = Objects.requireNonNull(ticker, "ticker");
        return new ImportOptions(builder);
    }

    /** Sets who takes the items that cannot be stored; by default they are counted, and nothing else. */
    public ImportOptions withRefusalSink(RefusalSink sink) {
        var builder = new Builder(this);
        builder.refusalSink = Objects.requireNonNull(sink, "sink");
        return new ImportOptions(builder);
    }

    /** Returns how many items go into one batch at most. */
    public int batchSize() {
        return batchSize;
    }

    /** Returns how many batches are stored at the same time. */
    public int parallelism() {
        return parallelism;
    }

    /** Returns how many items there are, if it was said. */
    public OptionalLong expectedTotal() {
        return expectedTotal;
    }

    /** Returns how often a batch is tried. */
    public RetryPolicy retryPolicy() {
        return retryPolicy;
    }

    /** Returns who hears of the progress. */
    public ImportListener listener() {
        return listener;
    }

    /** Returns how much time passes between two calls of the listener at least. */
    public Duration progressEvery() {
        return progressEvery;
    }

    /** Returns how many batches are settled between two calls of the listener at least. */
    public int progressEveryBatches() {
        return progressEveryBatches;
    }

    /** Returns what elapsed time is measured with. */
    public LongSupplier ticker() {
        return ticker;
    }

    /** Returns who takes the items that cannot be stored. */
    public RefusalSink refusalSink() {
        return refusalSink;
    }

    private static void requireAtLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
    }

    /** Options under construction. */
    private static final class Builder {
        private int batchSize = DocumentRepository.MAX_BATCH_SIZE;
        private int parallelism = 1;
        private OptionalLong expectedTotal = OptionalLong.empty();
        private RetryPolicy retryPolicy = DEFAULT_RETRIES;
        private ImportListener listener = progress -> true;
        private Duration progressEvery = Duration.ofSeconds(1);
        private int progressEveryBatches = 1;
        private LongSupplier ticker = System::nanoTime;
        private RefusalSink refusalSink = (position, item, result) -> {};

        Builder() {}

        Builder(ImportOptions options) {
            batchSize = options.batchSize;
            parallelism = options.parallelism;
            expectedTotal = options.expectedTotal;
            retryPolicy = options.retryPolicy;
            listener = options.listener;
            progressEvery = options.progressEvery;
            progressEveryBatches = options.progressEveryBatches;
            ticker = options.ticker;
            refusalSink = options.refusalSink;
        }
    }
}
