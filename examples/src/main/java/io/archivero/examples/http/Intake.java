package io.archivero.examples.http;

import io.archivero.BatchRejectedException;
import io.archivero.BatchUpsertResult;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** Has documents stored as soon as there is a place in the store, counts what became of them, and answers it, whether they were stored or refused. */
final class Intake {
    private static final Set<ItemOutcome> FAULTS =
            EnumSet.of(ItemOutcome.INVALID, ItemOutcome.DUPLICATE, ItemOutcome.REFUSED);

    private final Gate gate;
    private final Counters counters;

    Intake(Gate gate, Counters counters) {
        this.gate = gate;
        this.counters = counters;
    }

    interface Writing {
        void write(BatchUpsertResult result, OutputStream out) throws IOException;
    }

    Reply take(Supplier<BatchUpsertResult> storing, Writing writing) {
        try {
            return reply(200, gate.pass(storing), writing);
        } catch (BatchRejectedException refused) {
            return reply(status(refused.result()), refused.result(), writing);
        }
    }

    private Reply reply(int status, BatchUpsertResult result, Writing writing) {
        counters.items(result);
        return Reply.json(status, out -> writing.write(result, out));
    }

    /** Returns 409 if another version stood in the way and nothing else, 422 if the fault lies in the items themselves. */
    private static int status(BatchUpsertResult refused) {
        boolean faulty = refused.items().stream().map(ItemResult::outcome).anyMatch(FAULTS::contains);
        return faulty ? 422 : 409;
    }
}
