package io.archivero.examples.http;

import java.util.Locale;

/** What a request can come to other than its answer: a stable type, a status and a title (RFC 9457). */
enum ProblemType {
    INVALID_ADDRESS(400, "The address cannot be read"),
    INVALID_HEADER(400, "A header is missing or wrong"),
    INVALID_JSON(400, "The body is not JSON"),
    INVALID_BATCH(400, "The body is not a batch"),
    OTHER_EXTERNAL_ID(400, "The body names another external id than the address"),
    INVALID_CLIENT_ID(400, "The client id is not a UUID"),
    INVALID_LIMIT(400, "The limit is out of range"),
    INVALID_CURSOR(400, "The cursor is damaged or belongs to another list"),
    INCOMPLETE_BODY(400, "The body ended early"),
    UNAUTHORIZED(401, "A valid key is needed"),
    WRONG_ENVIRONMENT(403, "The key is not for this environment"),
    NOT_FOUND(404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json in UTF-8, not compressed"),
    TOO_MANY_REQUESTS(429, "Too many requests at once"),
    INTERNAL(500, "The endpoint failed", "unknown"),
    STORE_FAILED(500, "The database failed", "nothing"),
    STORE_UNAVAILABLE(503, "The database is not available", "nothing"),
    UNKNOWN_OUTCOME(503, "The connection to the database broke while committing", "unknown"),
    STOPPING(503, "The endpoint is stopping", "nothing");

    private final int status;
    private final String title;
    private final String written;

    ProblemType(int status, String title) {
        this(status, title, "nothing");
    }

    ProblemType(int status, String title, String written) {
        this.status = status;
        this.title = title;
        this.written = written;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Returns what was written of the request: {@code nothing}, or {@code unknown}. */
    String written() {
        return written;
    }

    String uri() {
        return "urn:archivero:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
