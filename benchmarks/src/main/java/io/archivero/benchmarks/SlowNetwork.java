package io.archivero.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A network in between: passes bytes on between clients and a server, and what clients send arrives later than it would. Several
 * messages can be on their way at a time, so whoever does not wait for answers does not wait for the network either.
 */
final class SlowNetwork implements AutoCloseable {
    private static final int BUFFER = 65_536;
    /** Carries nothing: nothing more will come. */
    private static final Packet END = new Packet(0, new byte[0]);

    private final ServerSocket listening;
    private final InetSocketAddress server;
    private final long delayNanos;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Begins to listen on a port of its own. */
    SlowNetwork(String host, int port, Duration delay) {
        this.server = new InetSocketAddress(host, port);
        this.delayNanos = delay.toNanos();
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Returns the port to connect to. */
    int port() {
        return listening.getLocalPort();
    }

    /** Breaks every connection. */
    @Override
    public void close() {
        close(listening);
        open.forEach(SlowNetwork::close);
    }

    private void accept() throws IOException {
        while (true) {
            var client = listening.accept();
            var backend = new Socket();
            open.add(client);
            open.add(backend);
            backend.connect(server);
            client.setTcpNoDelay(true);
            backend.setTcpNoDelay(true);
            var sent = new LinkedBlockingQueue<Packet>();
            start(() -> receive(client, sent));
            start(() -> deliver(sent, backend));
            start(() -> pass(backend, client));
        }
    }

    /** Bytes that may not arrive before their time. */
    private record Packet(long due, byte[] bytes) {}

    private void receive(Socket from, BlockingQueue<Packet> sent) throws IOException {
        var buffer = new byte[BUFFER];
        try {
            for (int length = from.getInputStream().read(buffer);
                    length > 0;
                    length = from.getInputStream().read(buffer)) {
                sent.add(new Packet(System.nanoTime() + delayNanos, Arrays.copyOf(buffer, length)));
            }
        } finally {
            sent.add(END);
        }
    }

    private static void deliver(BlockingQueue<Packet> sent, Socket to) throws IOException, InterruptedException {
        for (var packet = sent.take(); packet.bytes().length > 0; packet = sent.take()) {
            for (long wait = packet.due() - System.nanoTime(); wait > 0; wait = packet.due() - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            to.getOutputStream().write(packet.bytes());
        }
        to.shutdownOutput();
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** A connection that breaks is the business of both of its ends. */
    private static void start(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "slow-network");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
