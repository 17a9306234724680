package io.archivero.examples.http;

import io.archivero.BatchRejectedException;
import io.archivero.BatchUpsertResult;
import io.archivero.DocumentRepository;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** {@code PUT /documents/batch/external}: 1 to 250 documents at once. */
final class BatchResource implements Resource {
    private static final Set<ItemOutcome> FAULTS =
            EnumSet.of(ItemOutcome.INVALID, ItemOutcome.DUPLICATE, ItemOutcome.REFUSED);

    private final DocumentRepository documents;
    private final Gate gate;
    private final Counters counters;

    BatchResource(DocumentRepository documents, Gate gate, Counters counters) {
        this.documents = documents;
        this.gate = gate;
        this.counters = counters;
    }

    @Override
    public String method() {
        return "PUT";
    }

    @Override
    public String template() {
        return "/documents/batch/external";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(Call.EXTENSIONS);
    }

    @Override
    public boolean isGuarded() {
        return true;
    }

    @Override
    public Reply answer(Call call) throws IOException {
        var codec = call.codec();
        var batch = codec.readBatch(call.body().requireJson());
        try {
            var result = gate.pass(
                    () -> documents.batchUpsertByExternalId(call.environment(), batch.items(), batch.atomic()));
            counters.items(result);
            return Reply.json(200, out -> codec.write(result, out));
        } catch (BatchRejectedException refused) {
            counters.items(refused.result());
            return Reply.json(status(refused.result()), out -> codec.write(refused.result(), out));
        }
    }

    /** Returns 409 if another version stood in the way and nothing else, 422 if the fault lies in the items themselves. */
    static int status(BatchUpsertResult refused) {
        boolean faulty = refused.items().stream().map(ItemResult::outcome).anyMatch(FAULTS::contains);
        return faulty ? 422 : 409;
    }
}
