package io.archivero.examples.http;

import io.archivero.DocumentRepository;
import io.archivero.Environment;
import java.nio.charset.StandardCharsets;

/** {@code GET /health}: whether the store answers. */
final class HealthResource implements Resource {
    private static final byte[] UP = "{\"status\":\"up\"}".getBytes(StandardCharsets.UTF_8);

    private final DocumentRepository documents;

    HealthResource(DocumentRepository documents) {
        this.documents = documents;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String template() {
        return "/health";
    }

    /** Looks for one key, whatever is found: that takes the database and the table. Fails as any other request does. */
    @Override
    public Reply answer(Call call) {
        documents.findByExternalId(Environment.TEST, "health");
        return Reply.json(UP);
    }
}
