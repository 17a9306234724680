package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A hostile client")
class HostileClientTest {
    private static final String HEAD = "PUT /documents/batch/external HTTP/1.1\r\nHost: localhost\r\n"
            + "Authorization: Bearer " + RunningEndpoint.KEY + "\r\nX-Environment: test\r\n"
            + "Content-Type: application/json\r\n";

    private final RunningEndpoint endpoint = RunningEndpoint.start();

    /** Whatever was done to it, the endpoint is there for others. */
    @AfterEach
    void stillServes() throws Exception {
        try (endpoint) {
            assertEquals(200, endpoint.exchange(Samples.item()).status());
        }
    }

    @Test
    @DisplayName("that announces too much is refused before it has sent any of it")
    void tooMuchAnnounced() throws IOException {
        try (var wire = wire(HEAD + "Content-Length: 10000000000\r\n\r\n")) {
            assertEquals(413, wire.receive().status());
        }
    }

    @Test
    @DisplayName("that sends too much in chunks is refused while it is still sending")
    void tooMuchInChunks() throws IOException {
        int bytes = RunningEndpoint.BODY_BYTES + 1;
        try (var wire = wire(HEAD + "Transfer-Encoding: chunked\r\n\r\n")) {
            wire.send(Integer.toHexString(bytes + 10) + "\r\n{\"items\":" + " ".repeat(bytes - 9));
            var response = wire.receive();
            assertEquals(413, response.status());
            assertEquals("close", response.header("connection"));
        }
    }

    @Test
    @DisplayName("without a key, or with another media type, is refused before it has sent anything")
    void refusedByTheHeaders() throws IOException {
        var length = "Content-Length: 1000\r\n\r\n";
        try (var wire = wire(HEAD.replace("Bearer ", "Bearer x") + length)) {
            assertEquals(401, wire.receive().status());
        }
        try (var wire = wire(HEAD.replace("application/json", "text/csv") + length)) {
            assertEquals(415, wire.receive().status());
        }
    }

    @Test
    @DisplayName("that stops in the middle of the body is told, and nothing is written")
    void truncated() throws IOException {
        var body = new String(Samples.batch().body(), StandardCharsets.UTF_8);
        try (var wire = wire(HEAD + "Content-Length: " + (body.length() + 1) + "\r\n\r\n" + body)) {
            wire.finishSending();
            assertIncomplete(wire.receive());
        }
        try (var wire = wire(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n"
                + body + "\r\n")) {
            wire.finishSending();
            assertIncomplete(wire.receive());
        }
    }

    @ParameterizedTest
    @DisplayName("with chunks that are none is told, and nothing is written")
    @ValueSource(strings = {"80000000\r\n{", "ffffffffffffffff\r\n{", "-1\r\n{", "\r\n{", "2\r\n{}x\r\n0\r\n\r\n"})
    void brokenChunks(String chunks) throws IOException {
        try (var wire = wire(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunks)) {
            wire.finishSending();
            assertIncomplete(wire.receive());
        }
    }

    private void assertIncomplete(Response response) {
        assertEquals(400, response.status(), response::text);
        assertEquals(ProblemType.INCOMPLETE_BODY.uri(), response.json().asMap().get("type"));
        assertEquals(0, endpoint.count(Environment.TEST));
    }

    @Test
    @DisplayName("that hangs up in the middle of the body writes nothing, and is counted")
    void hangsUp() throws IOException {
        try (var wire = wire(HEAD + "Content-Length: 1000\r\n\r\n{\"items\":")) {
            wire.reset();
        }
        while (endpoint.exchange(Request.of("GET", "/metrics")).text().contains("archivero_http_hung_up_total 0")) {
            Thread.onSpinWait();
        }
        assertEquals(0, endpoint.count(Environment.TEST));
    }

    @Test
    @DisplayName("that hangs up before the answer has had its batch stored")
    void hangsUpBeforeTheAnswer() throws Exception {
        endpoint.clock.hold();
        try (var wire = new Wire(endpoint.address())) {
            wire.send(Samples.batch().bytes());
            endpoint.clock.awaitArrival();
            wire.reset();
        }
        endpoint.clock.release();
        while (endpoint.count(Environment.TEST) < 2) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @DisplayName("that sends what is no request is turned away")
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "GET\r\n\r\n",
                "GET /health\r\n\r\n",
                "GET /%zz HTTP/1.1\r\n\r\n",
                "GET /a|b HTTP/1.1\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /health HTTP/1.1\r\nA b: c\r\n\r\n",
                "GET /health HTTP/1.1\r\n: c\r\n\r\n",
                "GET /health HTTP/1.1\r\nContent-Length: x\r\n\r\n",
                "GET /health HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "GET /health HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "GET /health HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET /health HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n"
            })
    void noRequest(String bytes) throws IOException {
        try (var wire = wire(bytes)) {
            int status = wire.receive().status();
            assertTrue(List.of(400, 404, 501).contains(status), () -> "status " + status);
        }
    }

    @ParameterizedTest
    @DisplayName("that percent-encodes what is not UTF-8 in an external id is turned away, and told why")
    @ValueSource(strings = {"%FF", "a%C3", "%C3b", "%C0%AF", "%ED%A0%80", "%F4%90%80%80", "%F8%88%80%80%80"})
    void noUtf8(String externalId) throws IOException {
        try (var wire = new Wire(endpoint.address())) {
            var request = Samples.authorized(Request.of("PUT", Samples.ITEM + externalId));
            var response = wire.exchange(request.body(Samples.item("a")));
            assertEquals(400, response.status(), response::text);
            assertTrue(response.text().contains("must be UTF-8"), response::text);
            assertEquals(0, endpoint.count(Environment.TEST));
        }
    }

    @ParameterizedTest
    @DisplayName("that asks for what has no path is hung up on")
    @ValueSource(strings = {"GET mailto:x HTTP/1.1\r\n\r\n", "CONNECT localhost:80 HTTP/1.1\r\n\r\n"})
    void noPath(String bytes) throws IOException {
        try (var wire = wire(bytes)) {
            assertTrue(wire.isClosedByServer());
        }
    }

    @Test
    @DisplayName("that sends a byte at a time is served")
    void byteByByte() throws IOException {
        try (var wire = new Wire(endpoint.address())) {
            for (byte b : Samples.batch().bytes()) {
                wire.send(new byte[] {b});
            }
            assertEquals(200, wire.receive().status());
        }
    }

    @Test
    @DisplayName("that sends the next request before it has the answer gets all answers in order")
    void pipelines() throws IOException {
        try (var wire = new Wire(endpoint.address())) {
            var bad = Samples.batch().body("{}");
            wire.send(bad.header("X-Request-Id: first").bytes());
            wire.send(Samples.list().header("X-Request-Id: second").bytes());
            wire.send(Samples.batch().header("X-Request-Id: third").bytes());
            for (var name : List.of("first", "second", "third")) {
                assertEquals(name, wire.receive().header("x-request-id"));
            }
        }
    }

    @Test
    @DisplayName("keeps its connection after an error that it sent whole")
    void keepsTheConnection() throws IOException {
        try (var wire = new Wire(endpoint.address())) {
            assertEquals(
                    400, wire.exchange(Samples.batch().body("{\"items\":[]}")).status());
            assertEquals(
                    422,
                    wire.exchange(Samples.item().body(Samples.invalidItem("s3cr3t-1")))
                            .status());
            assertEquals(404, wire.exchange(Request.of("GET", "/nowhere")).status());
            assertEquals(204, wire.exchange(Request.of("OPTIONS", "/health")).status());
            assertEquals(200, wire.exchange(Request.of("HEAD", "/health")).status());
            assertEquals(200, wire.exchange(Samples.item()).status());
        }
    }

    @Test
    @DisplayName("of HTTP/1.0 gets its answer and a closed connection")
    void old() throws IOException {
        try (var wire = wire("GET /health HTTP/1.0\r\n\r\n")) {
            assertEquals(200, wire.receive().status());
            assertTrue(wire.isClosedByServer());
        }
    }

    @Test
    @DisplayName("that waits for leave to send its body gets it")
    void waitsForLeave() throws IOException {
        var body = new String(Samples.batch().body(), StandardCharsets.UTF_8);
        try (var wire = wire(HEAD + "Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n")) {
            assertEquals(100, wire.receive().status());
            wire.send(body);
            assertEquals(200, wire.receive().status());
        }
    }

    @Test
    @DisplayName("may send the whole address, as to a proxy")
    void absoluteAddress() throws IOException {
        var item = Samples.item().target("http://elsewhere.example/documents/external/s3cr3t-1");
        assertEquals(200, endpoint.exchange(item).status());
    }

    @Test
    @DisplayName("gets another name for its request if the one it chose could do harm")
    void requestIds() throws IOException {
        var health = Request.of("GET", "/health");
        for (var id : List.of("a", "A-z_0.9", "x".repeat(128))) {
            assertEquals(
                    id, endpoint.exchange(health.header("X-Request-Id: " + id)).header("x-request-id"));
        }
        for (var id : List.of("", "a b", "<script>", "x".repeat(129), "\u00F1", "a\tb", "a,b")) {
            assertMade(endpoint.exchange(health.header("X-Request-Id: " + id)), id);
        }
        assertMade(endpoint.exchange(health.header("X-Request-Id: a").header("X-Request-Id: a")), "a");
        assertMade(endpoint.exchange(health), "");
    }

    private static void assertMade(Response response, String sent) {
        var made = response.header("x-request-id");
        assertTrue(made.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), made);
        assertNotEquals(sent, made);
    }

    @Test
    @DisplayName("that nests, repeats and exaggerates gets an answer for each item")
    void hostileJson() throws IOException {
        var deep = "{\"fields\":" + "{\"a\":".repeat(10_000) + "0" + "}".repeat(10_000) + "}";
        var number = "{\"size\":1e999999999}";
        var keys = "{" + "\"x\":1,".repeat(1_000) + "\"x\":1}";
        var response = endpoint.exchange(Samples.batch().body(Samples.partial(deep, number, keys, Samples.item("a"))));
        assertEquals(200, response.status());
        var entries = (List<?>) response.json().asMap().get("data");
        assertEquals(4, entries.size());
        assertEquals(1, endpoint.count(Environment.TEST));
        assertFalse(response.body().length > 100_000, "the answer does not grow with the faults");
    }

    @Test
    @DisplayName("cannot cross from test to live")
    void crossesOver() throws IOException {
        assertEquals(200, endpoint.exchange(Samples.batch()).status());
        assertEquals(0, endpoint.count(Environment.LIVE));
        var live = Samples.list().without("X-Environment").header("X-Environment: live");
        assertTrue(endpoint.exchange(live).text().startsWith("{\"data\":[],"));
        var sent = Arrays.toString(endpoint.exchange(Samples.list()).body());
        assertNotEquals(sent, Arrays.toString(endpoint.exchange(live).body()));
    }

    private Wire wire(String bytes) throws IOException {
        var wire = new Wire(endpoint.address());
        wire.send(bytes);
        return wire;
    }
}
