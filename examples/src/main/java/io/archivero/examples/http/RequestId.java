package io.archivero.examples.http;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The name of a request in answers and logs: the client's own if it is harmless, else a new one. */
final class RequestId {
    static final String HEADER = "X-Request-Id";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private RequestId() {}

    static String of(List<String> sent) {
        return sent.size() == 1 && HARMLESS.matcher(sent.get(0)).matches()
                ? sent.get(0)
                : UUID.randomUUID().toString();
    }
}
