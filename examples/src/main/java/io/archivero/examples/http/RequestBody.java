package io.archivero.examples.http;

import com.sun.net.httpserver.Headers;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;

/** The body of a request: refused by its headers where they tell enough, and read no further than the limit where they do not. */
final class RequestBody extends FilterInputStream {
    private static final Pattern JSON = Pattern.compile("(?i)application/json *(?:;(?<parameters>.*))?");
    private static final Pattern OTHER_CHARSET =
            Pattern.compile("(?i)(?:^|;)\\s*charset\\s*=(?!\\s*\"?utf-8\"?\\s*(?:;|$))");

    private final Headers headers;
    private final long limit;
    private long left;
    private boolean atEnd;

    RequestBody(Headers headers, InputStream in, long limit) {
        super(in);
        this.headers = headers;
        this.limit = limit;
        this.left = limit;
    }

    /** Refuses, before a byte is read, what is not JSON in UTF-8 or says itself that it is too long. */
    RequestBody requireJson() {
        if (headers.getOrDefault("Content-Encoding", List.of()).stream().anyMatch(coding -> !isIdentity(coding))) {
            throw Problem.with(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The body must not be compressed.",
                    "Accept-Encoding",
                    "identity");
        }
        var types = headers.getOrDefault("Content-Type", List.of());
        if (types.size() != 1 || !isJson(types.get(0))) {
            throw Problem.with(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The header Content-Type must be application/json, once, and any charset UTF-8.",
                    "Accept",
                    "application/json");
        }
        if (declaredLength() > limit) {
            throw tooLarge();
        }
        return this;
    }

    /** Tells whether the client has nothing more to send, so that the connection is good for another request. */
    boolean isAtEnd() {
        return atEnd || limit - left == declaredLength();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        try {
            // One byte more than allowed is asked for: to see whether it is there.
            count = super.read(target, offset, (int) Math.min(length, left + 1));
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("a chunk has a length that is none", e); // over 2^31 the server's own sum is negative
        }
        if (count < 0) {
            atEnd = true;
        } else {
            left -= count;
        }
        if (left < 0) {
            throw tooLarge();
        }
        return count;
    }

    private Problem tooLarge() {
        return Problem.of(ProblemType.TOO_LARGE, "The body may have " + limit + " bytes.");
    }

    /** Returns -1 for chunks. The server has made sure that a length is one number. */
    private long declaredLength() {
        if (headers.containsKey("Transfer-Encoding")) {
            return -1;
        }
        var length = headers.getFirst("Content-Length");
        return length == null ? 0 : Long.parseLong(length.strip());
    }

    private static boolean isIdentity(String coding) {
        return coding.isBlank() || coding.strip().equalsIgnoreCase("identity");
    }

    private static boolean isJson(String type) {
        var matcher = JSON.matcher(type.strip());
        if (!matcher.matches()) {
            return false;
        }
        var parameters = matcher.group("parameters");
        return parameters == null || !OTHER_CHARSET.matcher(parameters).find();
    }
}
