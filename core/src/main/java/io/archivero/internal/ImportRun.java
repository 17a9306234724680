package io.archivero.internal;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentUpsert;
import io.archivero.ImportFailedException;
import io.archivero.ImportOptions;
import io.archivero.ImportReport;
import io.archivero.ImportReport.Ending;
import io.archivero.InvalidBatchException;
import io.archivero.RetryPolicy;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One import.
 *
 * <ol>
 *   <li>The calling thread takes the items one by one. Nobody else talks to the host's iterator, listener and sink.
 *   <li>An item goes to the lane of its external id, which cuts its items into batches and stores them one after the other.
 *   <li>A lane takes few batches at a time, and no item may run far ahead of the first that is open: where either is at its bound, nothing is
 *       taken until batches come back. So memory is constant.
 *   <li>What comes back is settled: counted, and where it was refused, handed over.
 *   <li>Whatever ends the import, what was taken is settled first. Only when the store or the sink failed, or the store is away after the end was
 *       asked for, nothing more is begun, and what has not come back stays open.
 * </ol>
 */
public final class ImportRun {
    /** How many batches for each lane the first open item may lie behind. */
    private static final int MOST_BATCHES_AHEAD = 8;

    /** A batch that came back: with its result, with a failure, or with neither because it was not begun. */
    private record Returned(
            ImportLane lane,
            ImportBatch batch,
            @Nullable BatchUpsertResult result,
            @Nullable Throwable failure) {}

    private final Iterator<DocumentUpsert> items;
    private final ImportOptions options;
    private final ImportAttempts attempts;
    private final ImportAccount account;
    private final ImportMeter meter;
    private final BlockingQueue<Returned> returned = new LinkedBlockingQueue<>();
    private List<ImportLane> lanes = List.of();
    private long taken;
    private @Nullable Ending ending;
    private @Nullable Throwable failure;
    private boolean interrupted;
    /** Set as soon as a batch fails, so that no later one of its lane is stored without it. */
    private volatile boolean abandoned;

    /** Imports items over a function that stores one partial batch. */
    public ImportRun(
            Function<List<DocumentUpsert>, BatchUpsertResult> store,
            Iterator<DocumentUpsert> items,
            ImportOptions options) {
        this.items = Objects.requireNonNull(items, "items");
        this.options = Objects.requireNonNull(options, "options");
        this.attempts = new ImportAttempts(store, options.retryPolicy());
        this.account = new ImportAccount(options.refusalSink());
        this.meter = new ImportMeter(options, account);
    }

    /**
     * Returns what suits an import inside a host's transaction: nothing can be tried again there.
     *
     * @throws IllegalArgumentException if it is to run on more than the one connection
     */
    public static ImportOptions joining(ImportOptions options) {
        if (Objects.requireNonNull(options, "options").parallelism() > 1) {
            throw new IllegalArgumentException("inside a transaction of the host, parallelism must be 1");
        }
        return options.withRetryPolicy(RetryPolicy.NEVER);
    }

    /** Runs to the end; see {@link io.archivero.DocumentRepository#importAll}. */
    public ImportReport run() {
        try (var threads = new ImportThreads(options.parallelism())) {
            lanes = threads.executors().stream().map(ImportLane::new).toList();
            takeAll();
            settleAll();
            guard(meter::atEnd);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return report();
    }

    private ImportReport report() {
        var reason = failure != null ? Ending.FAILED : ending != null ? ending : Ending.COMPLETED;
        var report = new ImportReport(reason, account.counts(), account.leading(), meter.elapsed());
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw new ImportFailedException(report, failure);
        }
        return report;
    }

    private void takeAll() {
        guard(() -> {
            while (goesOn() && items.hasNext()) {
                take(items.next());
            }
            goesOn(); // the input may have ended because of an interrupt
        });
    }

    private boolean goesOn() {
        if (Thread.interrupted()) {
            interrupt();
        }
        return ending == null;
    }

    private void take(@Nullable DocumentUpsert item) {
        if (item == null) {
            throw new InvalidBatchException("item " + taken + " is null");
        }
        var lane = laneOf(item.externalId());
        if (!lane.next().takes(item)) {
            send(lane);
        }
        lane.add(taken++, item);
        if (lane.next().size() == options.batchSize()) {
            send(lane);
        }
        for (var back = returned.poll(); back != null; back = returned.poll()) {
            settle(back);
        }
        waitForTheFirstOpen();
    }

    private ImportLane laneOf(@Nullable String externalId) {
        return lanes.get(externalId == null ? 0 : Math.floorMod(externalId.hashCode(), lanes.size()));
    }

    /** Keeps the items that are settled ahead of an open one few: a lane may get so few items that its batch is never full. */
    private void waitForTheFirstOpen() {
        long most = (long) MOST_BATCHES_AHEAD * lanes.size() * options.batchSize();
        while (!abandoned && taken - account.leading() >= most) {
            lanes.stream()
                    .filter(lane -> lane.next().beginsAt(account.leading()))
                    .forEach(this::send);
            settle(nextReturned());
        }
    }

    private void settleAll() {
        lanes.stream().filter(lane -> lane.next().size() > 0).forEach(this::send);
        while (lanes.stream().anyMatch(ImportLane::isAtWork)) {
            settle(nextReturned());
        }
    }

    private void send(ImportLane lane) {
        while (lane.isFull()) {
            settle(nextReturned());
        }
        if (!abandoned) {
            lane.send(batch -> returned.add(store(lane, batch)));
        }
    }

    /** Stores a batch; runs on the thread of its lane. */
    private Returned store(ImportLane lane, ImportBatch batch) {
        if (abandoned) {
            return new Returned(lane, batch, null, null);
        }
        try {
            return new Returned(lane, batch, attempts.store(batch.items()), null);
        } catch (Throwable e) {
            abandoned = true;
            return new Returned(lane, batch, null, e);
        }
    }

    private Returned nextReturned() {
        while (true) {
            try {
                return returned.take();
            } catch (InterruptedException e) {
                interrupt();
            }
        }
    }

    private void settle(Returned back) {
        back.lane().cameBack();
        if (back.failure() != null) {
            failedToStore(back.failure());
        } else if (back.result() != null) {
            settle(back.batch(), back.result());
        }
    }

    private void settle(ImportBatch batch, BatchUpsertResult result) {
        try {
            account.settle(batch, result);
        } catch (Throwable e) {
            abandoned = true;
            fail(e);
        }
        guard(() -> {
            if (!meter.afterBatch()) {
                end(Ending.STOPPED);
            }
        });
    }

    /** A store that is away is no failure once the end was asked for: the batch stays open, and nobody waits. */
    private void failedToStore(Throwable reason) {
        goesOn(); // a store that waits gives up when the thread is interrupted
        boolean asked = ending == Ending.INTERRUPTED || ending == Ending.STOPPED;
        if (!asked || !ImportAttempts.isWorthAnother(reason)) {
            fail(reason);
        }
    }

    /** Calls what is the host's, or may fail like it. */
    private void guard(Runnable call) {
        try {
            call.run();
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void fail(Throwable reason) {
        if (failure == null) {
            failure = reason;
        } else if (failure != reason) {
            failure.addSuppressed(reason);
        }
        end(Ending.FAILED);
    }

    private void interrupt() {
        interrupted = true;
        end(Ending.INTERRUPTED);
    }

    private void end(Ending reason) {
        if (ending == null) {
            ending = reason;
        }
        attempts.end();
    }
}
