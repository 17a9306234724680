package io.archivero.examples.http;

import io.archivero.DocumentRepository;
import java.io.IOException;
import java.util.Set;

/** {@code PUT /documents/batch/external}: 1 to 250 documents at once. */
final class BatchResource implements Resource {
    private final DocumentRepository documents;
    private final Intake intake;

    BatchResource(DocumentRepository documents, Intake intake) {
        this.documents = documents;
        this.intake = intake;
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
        return intake.take(
                () -> documents.batchUpsertByExternalId(call.environment(), batch.items(), batch.atomic()),
                codec::write);
    }
}
