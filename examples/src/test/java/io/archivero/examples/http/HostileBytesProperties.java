package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

@Label("Whatever bytes are sent,")
class HostileBytesProperties {
    /** What has a meaning to a server, or is too much of it. Latin-1: one character, one byte. */
    private static final List<String> SPIKES = List.of(
            "\r\n",
            "\n",
            "\r",
            "\0",
            " ",
            ":",
            "%00",
            "%FF",
            "%",
            "%zz",
            "..",
            "?",
            "#",
            "&limit=0",
            "&cursor=x",
            "\u00ff",
            "\u00c0\u0080",
            "Content-Length: 5\r\n",
            "Content-Length: -1\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Expect: 100-continue\r\n",
            "X-Environment: live\r\n",
            "HTTP/9.9",
            "{",
            "]",
            "\"",
            "\\u0000",
            "\\ud83d",
            "1e999999999",
            "[".repeat(5_000),
            "x".repeat(20_000));

    private static RunningEndpoint endpoint;

    @BeforeContainer
    static void start() {
        endpoint = RunningEndpoint.start();
    }

    @AfterContainer
    static void stop() throws Exception {
        endpoint.close();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label(
            "the endpoint answers or hangs up, never by a fault of its own; an error repeats nothing; and the next one is served")
    void answers(@ForAll("requests") String request) throws IOException {
        try (var wire = new Wire(endpoint.address())) {
            send(wire, request);
            var response = wire.receive();
            assertTrue(response.status() < 500 || response.status() == 501, response::text);
            assertFalse(response.status() >= 400 && response.text().contains(Samples.SECRET), response::text);
        } catch (IOException hungUp) {
            // which is an answer, too
        }
        assertEquals(200, endpoint.exchange(Request.of("GET", "/health")).status());
    }

    /** Requests that were well until something happened to them. */
    @Provide
    Arbitrary<String> requests() {
        var good = Arbitraries.of(Samples.batch(), Samples.item(), Samples.list())
                .map(request -> new String(request.bytes(), StandardCharsets.ISO_8859_1));
        var accidents = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(SPIKES))
                .as(Accident::new);
        return Combinators.combine(good, accidents.list().ofMinSize(1).ofMaxSize(4))
                .as((request, all) -> {
                    var bytes = request;
                    for (var accident : all) {
                        bytes = accident.happenTo(bytes);
                    }
                    return bytes;
                });
    }

    /** Some characters give way to others, most often at the beginning, where a request has its meaning. */
    private record Accident(double where, int length, String with) {
        String happenTo(String text) {
            int from = (int) (where * where * where * text.length());
            return text.substring(0, from) + with + text.substring(Math.min(text.length(), from + length));
        }
    }

    private static void send(Wire wire, String request) {
        try {
            wire.send(request);
            wire.finishSending();
        } catch (IOException hungUp) {
            // it need not hear everything
        }
    }
}
