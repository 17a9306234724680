package io.archivero.examples.http;

import io.archivero.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What came back.
 *
 * @param status of HTTP
 * @param headers by their names in lower case
 * @param body bytes
 */
record Response(int status, Map<String, String> headers, byte[] body) {
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonObject json() {
        return JsonObject.parse(text());
    }

    /** Returns a header, or the empty text. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
