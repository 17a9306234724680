package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.testkit.InMemoryDocumentRepository;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The endpoint")
class BatchHandlerTest {
    private static final Path DATA = Path.of("src", "main", "resources");

    private final InMemoryDocumentRepository documents = InMemoryDocumentRepository.create();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/documents/batch/external", new BatchHandler(documents));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @DisplayName("stores a batch in the environment that the header names, and answers every item")
    void stores() throws IOException {
        var response = put("live", Files.readString(DATA.resolve(VoterCardFiles.FIRST)));
        assertEquals(200, response.status());
        assertTrue(response.body().startsWith("{\"atomic\":true,\"data\":[{\"data\":{"), "one entry per item");
        assertEquals(250, documents.count(Environment.LIVE, DocumentQuery.all()));
        assertEquals(0, documents.count(Environment.TEST, DocumentQuery.all()));
    }

    @Test
    @DisplayName("answers every item of a refused batch")
    void refuses() throws IOException {
        var response = put("test", Files.readString(DATA.resolve(VoterCardFiles.FAULTY)));
        assertEquals(422, response.status());
        assertTrue(response.body().contains("\"code\":\"not_applied\""), "the neighbours of the culprits");
        assertEquals(0, documents.count(Environment.TEST, DocumentQuery.all()));
    }

    @Test
    @DisplayName("answers a wrong call with 400")
    void tellsWrongCalls() {
        assertAll(
                () -> assertEquals(400, put("test", "no JSON").status()),
                () -> assertEquals(400, put("test", "{\"items\": []}").status()),
                () -> assertEquals(400, put("staging", "{\"items\": []}").status()));
    }

    private Answer put(String environment, String body) throws IOException {
        var address = server.getAddress();
        var url = URI.create(
                        "http://" + address.getHostString() + ":" + address.getPort() + "/documents/batch/external")
                .toURL();
        var connection = (HttpURLConnection) url.openConnection();
        connection.setRequestMethod("PUT");
        connection.setRequestProperty("X-Environment", environment);
        connection.setDoOutput(true);
        try (var out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private record Answer(int status, String body) {}
}
