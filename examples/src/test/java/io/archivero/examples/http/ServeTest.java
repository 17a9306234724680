package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.jdbc.h2.H2DocumentRepository;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The endpoint, in a process of its own,")
@Timeout(120)
class ServeTest {
    private static final String KEY =
            "key.k = both " + Keys.hash(RunningEndpoint.KEY).hex() + "\nport = 0\n";

    @TempDir
    Path directory;

    @Test
    @DisplayName("stops at SIGTERM: listens no more, ends what is running, and closes the store")
    void stopsGracefully() throws Exception {
        try (var serve = serve(KEY + "store = h2:documents\n")) {
            var address = serve.awaitAddress();
            try (var running = new Wire(address);
                    var idle = new Wire(address)) {
                assertEquals(200, idle.exchange(Samples.item()).status());
                var bytes = Samples.batch().bytes();
                int half = bytes.length - 40;
                running.send(slice(bytes, 0, half));
                awaitInProgress(idle, 2);

                serve.terminate();
                awaitRefusal(address);
                running.send(slice(bytes, half, bytes.length));
                var response = running.receive();

                assertEquals(200, response.status(), response::text);
                assertEquals("close", response.header("connection"));
                assertTrue(running.isClosedByServer());
            }
            assertEquals(List.of("stopped"), serve.awaitEnd());
            assertEquals(128 + 15, serve.exitCode());
        }
        try (var documents = H2DocumentRepository.open(directory.resolve("documents"))) {
            assertEquals(2, documents.count(Environment.TEST, DocumentQuery.all()));
        }
    }

    @Test
    @DisplayName("cuts slow senders off, and serves others meanwhile")
    void cutsSlowSendersOff() throws Exception {
        var limits =
                "store = memory\ndeadline.request.seconds = 1\nlimit.connections = 50\nlimit.header.bytes = 2048\n";
        try (var serve = serve(KEY + limits)) {
            var address = serve.awaitAddress();
            var slow = new ArrayList<Wire>();
            for (int i = 0; i < 40; i++) {
                var wire = new Wire(address);
                slow.add(wire);
                switch (i % 4) {
                    case 0 -> wire.send("PUT /documents/batch");
                    case 1 -> wire.send("PUT /documents/batch/external HTTP/1.1\r\nX-Slow: ");
                    case 2 ->
                        wire.send(slice(
                                Samples.batch().bytes(), 0, Samples.batch().bytes().length - 5));
                    default -> {} // says nothing at all
                }
            }
            try (var wire = new Wire(address)) {
                assertEquals(200, wire.exchange(Samples.batch()).status());
            }
            for (var wire : slow) {
                assertTrue(wire.isClosedByServer());
                wire.close();
            }
            assertHeaderLimits(address);
        }
    }

    private static void assertHeaderLimits(InetSocketAddress address) throws IOException {
        var health = Request.of("GET", "/health");
        try (var wire = new Wire(address)) {
            assertEquals(
                    200, wire.exchange(health.header("X: " + "x".repeat(1_500))).status());
            wire.send(health.header("X: " + "x".repeat(2_500)).bytes());
            assertTrue(wire.isClosedByServer());
        }
        try (var wire = new Wire(address)) {
            wire.send("GET /" + "x".repeat(2_500));
            assertTrue(wire.isClosedByServer());
        }
        try (var wire = new Wire(address)) {
            var many = health;
            for (int i = 0; i < 101; i++) {
                many = many.header("X" + i + ":");
            }
            wire.send(many.bytes());
            assertTrue(wire.isClosedByServer());
        }
    }

    @Test
    @DisplayName("cuts slow readers off")
    void cutsSlowReadersOff() throws Exception {
        try (var serve = serve(KEY + "store = memory\ndeadline.response.seconds = 4\n")) {
            var address = serve.awaitAddress();
            try (var other = new Wire(address)) {
                var readers = startReaders(address, other, 4);
                awaitMetric(other, "archivero_http_hung_up_total 4");
                awaitInProgress(other, 1);
                for (var reader : readers) {
                    assertThrows(IOException.class, reader::receive, "the answer breaks off");
                    reader.close();
                }
                assertEquals(200, other.exchange(Samples.list()).status());
            }
        }
    }

    @Test
    @DisplayName(
            "serves others while somebody does not read what was answered, who holds no place in the store, and stops all the same")
    void stopsInSpiteOfSlowReaders() throws Exception {
        var limits = "store = memory\nlimit.requests = 1\ndeadline.turn.millis = 20000\ndeadline.stop.seconds = 1\n";
        try (var serve = serve(KEY + limits)) {
            var address = serve.awaitAddress();
            try (var other = new Wire(address)) {
                startReaders(address, other, 3);
                awaitInProgress(other, 4);
                assertEquals(200, other.exchange(Samples.item()).status());
                serve.terminate();
                assertEquals(List.of("stopped"), serve.awaitEnd());
            }
        }
    }

    /** Returns connections that have asked for more than fits into the buffers on its way. */
    private static List<Wire> startReaders(InetSocketAddress address, Wire other, int count) throws IOException {
        var text = "x".repeat(60_000);
        var more = ",\"fields\":{\"x\":\"" + text + "\"},\"metadata\":{\"x\":\"" + text + "\"}";
        for (int i = 0; i < 60; i++) {
            assertEquals(
                    200,
                    other.exchange(Samples.batch().body(Samples.items(Samples.item("s3cr3t-" + i, more))))
                            .status());
        }
        var readers = new ArrayList<Wire>();
        for (int i = 0; i < count; i++) {
            var reader = new Wire(address);
            reader.send(Samples.list().target(Samples.LIST + "?limit=200").bytes());
            readers.add(reader);
        }
        return readers;
    }

    @Test
    @DisplayName("says what is wrong with its configuration, and ends")
    void wrongConfiguration() throws Exception {
        try (var serve = serve(KEY + "store = memory\nlimit.body.bytes = 8M\n")) {
            var said = serve.awaitEnd();
            assertEquals(1, said.size(), said::toString);
            assertTrue(said.get(0).endsWith("limit.body.bytes must be a whole number from 1 to 2147483647"));
            assertEquals(2, serve.exitCode());
        }
    }

    @Test
    @DisplayName("says that it cannot open its store, and ends")
    void noStore() throws Exception {
        var store = "store = jdbc:postgresql://127.0.0.1:1/none\nstore.user = u\nstore.password = s3cr3t\n";
        try (var serve = serve(KEY + store)) {
            var said = serve.awaitEnd();
            assertEquals(1, said.size(), said::toString);
            assertTrue(said.get(0).startsWith("the store cannot be opened: "), said::toString);
            assertEquals(1, serve.exitCode());
        }
    }

    /** With what it needs at run time, and nothing of what its tests need; the build writes the list. */
    private ServeProcess serve(String configuration) throws IOException {
        var dependencies =
                Files.readString(Path.of("target", "runtime-path.txt")).strip();
        var classPath = Path.of("target", "classes").toAbsolutePath() + File.pathSeparator + dependencies;
        return ServeProcess.start(classPath, directory, configuration);
    }

    private static void awaitInProgress(Wire wire, int count) throws IOException {
        awaitMetric(wire, "archivero_http_in_progress " + count);
    }

    private static void awaitMetric(Wire wire, String line) throws IOException {
        while (!wire.exchange(Request.of("GET", "/metrics")).text().contains(line + "\n")) {
            if (Thread.interrupted()) {
                throw new InterruptedIOException("the metrics never say " + line);
            }
        }
    }

    private static void awaitRefusal(InetSocketAddress address) throws IOException {
        while (true) {
            try (var wire = new Wire(address)) {
                wire.send("");
            } catch (ConnectException e) {
                return;
            }
        }
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .substring(from, to)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
