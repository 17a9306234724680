package io.archivero.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The slow network")
class SlowNetworkTest {
    private static final Duration DELAY = Duration.ofMillis(30);

    private ServerSocket server;
    private SlowNetwork network;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        CompletableFuture.runAsync(this::echo);
        network = new SlowNetwork("127.0.0.1", server.getLocalPort(), DELAY);
    }

    @AfterEach
    void close() throws IOException {
        network.close();
        server.close();
    }

    @Test
    @DisplayName("adds its delay to every round trip, and loses and changes nothing")
    void delays() throws IOException {
        try (var client = new Socket("127.0.0.1", network.port())) {
            for (int trip = 0; trip < 3; trip++) {
                var sent = ("trip " + trip + " á").getBytes(StandardCharsets.UTF_8);
                long begin = System.nanoTime();
                client.getOutputStream().write(sent);
                var received = client.getInputStream().readNBytes(sent.length);
                long nanos = System.nanoTime() - begin;
                assertEquals(new String(sent, StandardCharsets.UTF_8), new String(received, StandardCharsets.UTF_8));
                assertTrue(nanos >= DELAY.toNanos(), nanos + " ns");
            }
        }
    }

    @Test
    @DisplayName("tells the server that the client has gone")
    void ends() throws IOException {
        try (var client = new Socket("127.0.0.1", network.port())) {
            client.getOutputStream().write(1);
            client.shutdownOutput();
            assertEquals(1, client.getInputStream().read());
            assertEquals(-1, client.getInputStream().read());
        }
    }

    /** Sends everything back, to one client after the other. */
    private void echo() {
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                client.getInputStream().transferTo(client.getOutputStream());
            } catch (IOException e) {
                // A client has gone; or the test is over.
            }
        }
    }
}
