package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.archivero.examples.http.ServerSettings.Bounds;
import io.archivero.examples.http.ServerSettings.Deadlines;
import io.archivero.jdbc.postgres.PostgresDocumentRepository;
import io.archivero.testkit.EmbeddedPostgres;
import io.archivero.testkit.WireProxy;
import io.archivero.testkit.WireProxy.Direction;
import io.archivero.testkit.WireProxy.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The endpoint over PostgreSQL")
@Timeout(120)
class OutageTest {
    private static final char COMMAND_COMPLETE = 'C';

    private final WireProxy proxy = WireProxy.to(EmbeddedPostgres.freshDatabase());
    private final HikariDataSource pool = new HikariDataSource();
    private final Endpoint endpoint;

    OutageTest() throws IOException {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        pool.setDataSource(proxy.dataSource());
        pool.setConnectionTimeout(2_000);
        endpoint = Endpoint.start(
                PostgresDocumentRepository.create(pool),
                RunningEndpoint.KEYS,
                new ServerSettings(anyPort, Bounds.DEFAULT, Deadlines.DEFAULT));
    }

    @AfterEach
    void stop() {
        endpoint.close();
        pool.close();
        proxy.close();
    }

    @Test
    @DisplayName("says that nothing was written when the database is gone")
    void gone() throws IOException {
        assertEquals(200, exchange(Samples.batch()).status());
        proxy.close();
        assertProblem(ProblemType.STORE_UNAVAILABLE, exchange(Samples.item()));
        assertProblem(ProblemType.STORE_UNAVAILABLE, exchange(Samples.list()));
        assertProblem(ProblemType.STORE_UNAVAILABLE, exchange(Request.of("GET", "/health")));
    }

    @Test
    @DisplayName("says that nobody knows when the connection breaks while committing, and a replay settles it")
    void unknown() throws IOException {
        proxy.onMessage(message -> isCommitted(message) ? 0 : message.bytes().length);
        var batch = Samples.batch().target(Samples.BATCH + "?extensions=true");
        assertProblem(ProblemType.UNKNOWN_OUTCOME, exchange(batch));

        proxy.onMessage(message -> message.bytes().length);
        var replay = exchange(batch);
        assertEquals(200, replay.status());
        assertTrue(replay.text().contains("\"outcome\":\"unchanged\""), "it had been written");
    }

    /** The server says that it has committed: nobody hears it. */
    private static boolean isCommitted(Message message) {
        return message.direction() == Direction.TO_CLIENT
                && message.type() == COMMAND_COMPLETE
                && new String(message.bytes(), StandardCharsets.ISO_8859_1).contains("COMMIT");
    }

    private Response exchange(Request request) throws IOException {
        try (var wire = new Wire(endpoint.address())) {
            return wire.exchange(request);
        }
    }

    private static void assertProblem(ProblemType expected, Response response) {
        assertEquals(expected.status(), response.status(), response::text);
        assertEquals(expected.uri(), response.json().asMap().get("type"));
        assertEquals(expected.written(), response.json().asMap().get("written"));
        assertEquals("1", response.header("retry-after"));
    }
}
