package io.archivero.internal;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentUpsert;
import io.archivero.RetryPolicy;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Stores a batch, and stores it again while the database is away or the fate of the commit is unknown: replaying is safe. */
final class ImportAttempts {
    private final Function<List<DocumentUpsert>, BatchUpsertResult> store;
    private final RetryPolicy policy;
    private final CountDownLatch ending = new CountDownLatch(1);

    ImportAttempts(Function<List<DocumentUpsert>, BatchUpsertResult> store, RetryPolicy policy) {
        this.store = store;
        this.policy = policy;
    }

    /** Lets nobody wait any longer: attempts that run are the last. */
    void end() {
        ending.countDown();
    }

    BatchUpsertResult store(List<DocumentUpsert> items) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.apply(items);
            } catch (StoreUnavailableException | UnknownOutcomeException failure) {
                if (attempt >= policy.attempts() || endsBefore(attempt + 1)) {
                    throw failure;
                }
            }
        }
    }

    /** Tells whether another attempt may end otherwise. */
    static boolean isWorthAnother(Throwable failure) {
        return failure instanceof StoreUnavailableException || failure instanceof UnknownOutcomeException;
    }

    /** Waits a random time, so that rivals do not meet again. */
    private boolean endsBefore(int attempt) {
        long longest =
                TimeUnit.NANOSECONDS.convert(policy.longestDelay(attempt)); // as many as there are, for "forever"
        long wait = ThreadLocalRandom.current().nextLong(Math.max(1, longest));
        try {
            return ending.await(wait, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
