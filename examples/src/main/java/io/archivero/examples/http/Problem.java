package io.archivero.examples.http;

import io.archivero.ArchiveroException;
import io.archivero.DocumentStoreException;
import io.archivero.InvalidBatchException;
import io.archivero.InvalidCursorException;
import io.archivero.InvalidJsonException;
import io.archivero.JsonObject;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Ends a request with problem details. Holds no value of a document: its texts are fixed, or the library's own. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String RETRY_AFTER = "Retry-After";
    private static final String SECONDS = "1";

    private final ProblemType type;
    private final String detail;
    private final transient Map<String, String> headers;

    private Problem(ProblemType type, String detail, Map<String, String> headers) {
        super(detail, null, false, false); // it is an answer: nobody looks at its stack
        this.type = type;
        this.detail = detail;
        this.headers = headers;
    }

    static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, Map.of());
    }

    static Problem with(ProblemType type, String detail, String header, String value) {
        return new Problem(type, detail, Map.of(header, value));
    }

    private static Problem of(ProblemType type, ArchiveroException failure) {
        return of(type, String.valueOf(failure.getMessage()));
    }

    /** A problem that passes: it says when to try again. */
    static Problem passing(ProblemType type, String detail) {
        return with(type, detail, RETRY_AFTER, SECONDS);
    }

    /** Returns what a failure of the library, or of this example, means to the client. */
    static Problem of(RuntimeException failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof InvalidJsonException json) {
            return of(ProblemType.INVALID_JSON, json);
        }
        if (failure instanceof InvalidBatchException batch) {
            return of(ProblemType.INVALID_BATCH, batch);
        }
        if (failure instanceof InvalidCursorException cursor) {
            return of(ProblemType.INVALID_CURSOR, cursor);
        }
        if (failure instanceof UnknownOutcomeException) {
            return passing(
                    ProblemType.UNKNOWN_OUTCOME,
                    "All of the request was written or nothing of it. Send the same request again: that is safe and settles it.");
        }
        if (failure instanceof StoreUnavailableException) {
            return passing(
                    ProblemType.STORE_UNAVAILABLE, "Nothing was written. Sending the same request again is safe.");
        }
        if (failure instanceof DocumentStoreException) {
            return of(ProblemType.STORE_FAILED, "Nothing was written.");
        }
        return of(ProblemType.INTERNAL, "Send the same request again to learn what was written: that is safe.");
    }

    ProblemType type() {
        return type;
    }

    Reply reply(String requestId) {
        var body = JsonObject.of(Map.<String, Object>of(
                "type", type.uri(),
                "title", type.title(),
                "status", type.status(),
                "detail", detail,
                "written", type.written(),
                "requestId", requestId));
        return new Reply(type.status(), MEDIA_TYPE, body.json().getBytes(StandardCharsets.UTF_8), headers);
    }
}
