package io.archivero.examples.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What goes back to the client.
 *
 * @param status of HTTP
 * @param mediaType of the body; empty for none
 * @param body written whole before the first byte is sent, so that no answer breaks off for a reason of ours
 * @param headers more of them
 */
record Reply(int status, String mediaType, byte[] body, Map<String, String> headers) {
    private static final String JSON = "application/json";

    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static Reply json(int status, Writing writing) {
        var bytes = new ByteArrayOutputStream(8 * 1024);
        try {
            writing.to(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no way to fail
        }
        return new Reply(status, JSON, bytes.toByteArray(), Map.of());
    }

    static Reply json(byte[] body) {
        return new Reply(200, JSON, body, Map.of());
    }

    static Reply text(String mediaType, String text) {
        return new Reply(200, mediaType, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** Says which methods there are, and nothing else. */
    static Reply allowing(String methods) {
        return new Reply(204, "", new byte[0], Map.of("Allow", methods));
    }
}
