package io.archivero.testkit.rivals;

import io.archivero.ArchiveroException;
import io.archivero.BatchRejectedException;
import io.archivero.DocumentStoreException;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import io.archivero.testkit.history.Fact;
import io.archivero.testkit.history.History;
import io.archivero.testkit.history.RecordedCall;
import io.archivero.testkit.history.RecordedCall.Shape;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes calls, and writes down what each was told: an answer, or one of the documented exceptions. */
final class Witness {
    private final History history;
    private final Tally tally;

    Witness(History history, Tally tally) {
        this.history = history;
        this.tally = tally;
    }

    /** Makes a call that reads. */
    <T> void read(Shape shape, Supplier<T> call, Function<T, List<Fact>> facts) {
        long begin = System.nanoTime();
        try {
            var result = call.get();
            history.add(new RecordedCall(begin, System.nanoTime(), shape, facts.apply(result)));
            tally.count(Tally.READ);
        } catch (RuntimeException failure) {
            countFailure(failure);
        }
    }

    /**
     * Makes a call that writes.
     *
     * @param unknown what its writes have in common if nobody knows its fate; otherwise they were one transaction
     * @param attempts what it may do
     * @param facts what its result tells
     * @param rejected what a refusal of a whole batch tells
     */
    <T> void write(
            Shape unknown,
            List<Fact> attempts,
            Supplier<T> call,
            Function<T, List<Fact>> facts,
            Function<BatchRejectedException, List<Fact>> rejected) {
        long begin = System.nanoTime();
        var name = history.intend(new RecordedCall(begin, RecordedCall.OPEN, unknown, attempts));
        try {
            var result = call.get();
            history.settle(name, new RecordedCall(begin, System.nanoTime(), Shape.BATCH, facts.apply(result)));
            tally.count(Tally.ACKNOWLEDGED);
        } catch (UnknownOutcomeException failure) {
            countFailure(failure);
        } catch (BatchRejectedException failure) {
            history.settle(name, new RecordedCall(begin, System.nanoTime(), Shape.LOOSE, rejected.apply(failure)));
            tally.count(Tally.REFUSED);
        } catch (RuntimeException failure) {
            history.settle(name, new RecordedCall(begin, System.nanoTime(), Shape.LOOSE, List.of()));
            countFailure(failure);
        }
    }

    private void countFailure(RuntimeException failure) {
        if (failure instanceof UnknownOutcomeException) {
            tally.failed(Tally.UNKNOWN, failure);
        } else if (failure instanceof StoreUnavailableException) {
            tally.failed(Tally.UNAVAILABLE, failure);
        } else if (failure instanceof DocumentStoreException) {
            tally.failed(Tally.FAILED, failure);
        } else if (failure instanceof ArchiveroException) {
            tally.count(Tally.REFUSED);
        } else {
            tally.undocumented(failure);
        }
    }
}
