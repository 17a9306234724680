package io.archivero.examples.http;

import java.io.IOException;
import java.util.Set;

/** What stands at one address. */
interface Resource {
    /** Returns the path, as the description has it, with at most one {@code {variable}}. */
    String template();

    /** Returns {@code GET} or {@code PUT}: each resource does one thing. */
    String method();

    /** Tells whether a key is needed. */
    default boolean isGuarded() {
        return false;
    }

    /** Returns the query parameters that it knows. */
    default Set<String> parameters() {
        return Set.of();
    }

    /**
     * Answers a request that has come past the checks which are the same everywhere.
     *
     * @throws IOException if the body cannot be read to its end
     */
    Reply answer(Call call) throws IOException;

    /** Returns the methods that a client may send: a GET may always be a HEAD. */
    default String allowed() {
        return method().equals("GET") ? "GET, HEAD, OPTIONS" : method() + ", OPTIONS";
    }

    default boolean allows(String method) {
        return method.equals(method()) || method.equals("HEAD") && method().equals("GET");
    }
}
