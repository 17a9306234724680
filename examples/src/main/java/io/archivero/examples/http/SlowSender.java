package io.archivero.examples.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that begins a request and does not go on. */
final class SlowSender implements AutoCloseable {
    private final Socket socket;

    private SlowSender(Socket socket) {
        this.socket = socket;
    }

    static SlowSender connect(InetSocketAddress address) throws IOException {
        var socket = new Socket(address.getAddress(), address.getPort());
        var beginning = "PUT /documents/batch/external HTTP/1.1\r\nHost: ";
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        return new SlowSender(socket);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
