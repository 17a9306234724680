package io.archivero.examples.http;

import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.PageRequest;
import java.util.Set;
import java.util.UUID;

/** {@code GET /clients/{clientId}/documents}: the documents of one person or company, newest first, page by page. */
final class ClientResource implements Resource {
    private static final String CURSOR = "cursor";
    private static final String LIMIT = "limit";
    private static final int DEFAULT_LIMIT = 50;
    private static final int UUID_LENGTH = 36;

    private final DocumentRepository documents;
    private final Gate gate;

    ClientResource(DocumentRepository documents, Gate gate) {
        this.documents = documents;
        this.gate = gate;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String template() {
        return "/clients/{clientId}/documents";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(CURSOR, LIMIT, Call.EXTENSIONS);
    }

    @Override
    public boolean isGuarded() {
        return true;
    }

    @Override
    public Reply answer(Call call) {
        var codec = call.codec();
        var query = DocumentQuery.all().clientId(clientId(call.variable()));
        var request = pageRequest(call.query()).withTotalCount();
        var page = gate.pass(() -> documents.list(call.environment(), query, request));
        return Reply.json(200, out -> codec.write(page, out));
    }

    private static PageRequest pageRequest(Query query) {
        int limit = query.get(LIMIT).map(ClientResource::limit).orElse(DEFAULT_LIMIT);
        return query.get(CURSOR)
                .map(cursor -> PageRequest.after(cursor, limit))
                .orElseGet(() -> PageRequest.first(limit));
    }

    /** Takes plain digits only: Java would read a sign and the digits of every script. */
    private static int limit(String text) {
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
            throw Problem.of(
                    ProblemType.INVALID_LIMIT,
                    "The query parameter limit must be a whole number from 1 to " + PageRequest.MAX_LIMIT + ".");
        }
        return limit;
    }

    private static UUID clientId(String raw) {
        var text = PercentText.decode(raw);
        try {
            var uuid = text.length() == UUID_LENGTH ? UUID.fromString(text) : null;
            if (uuid != null && uuid.toString().equalsIgnoreCase(text)) { // Java also takes groups of other lengths
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            // Answered below, without the text.
        }
        throw Problem.of(
                ProblemType.INVALID_CLIENT_ID,
                "The client id must be a UUID of 32 hexadecimal digits and four hyphens.");
    }
}
