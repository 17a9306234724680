package io.archivero.examples.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request as it goes over the socket: nothing is checked, completed or encoded on its way.
 *
 * @param method anything
 * @param target path and query, as sent
 * @param headers whole lines
 * @param body bytes
 */
record Request(String method, String target, List<String> headers, byte[] body) {
    static Request of(String method, String target) {
        return new Request(method, target, List.of(), new byte[0]);
    }

    Request method(String method) {
        return new Request(method, target, headers, body);
    }

    Request target(String target) {
        return new Request(method, target, headers, body);
    }

    /** Adds a line. */
    Request header(String line) {
        var more = new ArrayList<>(headers);
        more.add(line);
        return new Request(method, target, List.copyOf(more), body);
    }

    /** Takes the lines of a header out. */
    Request without(String name) {
        var start = name.toLowerCase(Locale.ROOT) + ":";
        var less = headers.stream()
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith(start))
                .toList();
        return new Request(method, target, less, body);
    }

    Request body(String body) {
        return body(body.getBytes(StandardCharsets.UTF_8));
    }

    Request body(byte[] body) {
        return new Request(method, target, headers, body);
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /** Returns the bytes, with the length of the body unless the headers say something else about it. */
    byte[] bytes() {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        boolean framed = headers.stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .anyMatch(line -> line.startsWith("content-length:") || line.startsWith("transfer-encoding:"));
        if (!framed && body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** Returns the body in chunks of that size. */
    static byte[] chunked(byte[] body, int size) {
        var bytes = new ByteArrayOutputStream();
        for (int from = 0; from < body.length; from += size) {
            int length = Math.min(size, body.length - from);
            bytes.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            bytes.write(body, from, length);
            bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }
}
