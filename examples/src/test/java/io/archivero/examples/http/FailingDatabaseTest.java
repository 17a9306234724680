package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentRepository;
import io.archivero.Durability;
import io.archivero.Environment;
import io.archivero.examples.http.ServerSettings.Bounds;
import io.archivero.examples.http.ServerSettings.Deadlines;
import io.archivero.jdbc.h2.H2DocumentRepository;
import io.archivero.testkit.FailingDataSource;
import io.archivero.testkit.JdbcFailure;
import io.archivero.testkit.JdbcFault;
import io.archivero.testkit.JdbcFault.Aftermath;
import io.archivero.testkit.JdbcFault.Moment;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The endpoint over a database of which one call fails, whichever it is")
class FailingDatabaseTest {
    private static final List<JdbcFailure> FAILURES = List.of(JdbcFailure.values());

    /** What it throws repeats a value, as drivers do. */
    private final FailingDataSource database = new FailingDataSource(
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""),
            Samples.SECRET);

    private final DocumentRepository documents =
            H2DocumentRepository.builder(database).durability(Durability.NONE).build();
    private final Endpoint endpoint;

    FailingDatabaseTest() throws IOException {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        endpoint = Endpoint.start(
                documents, RunningEndpoint.KEYS, new ServerSettings(anyPort, Bounds.DEFAULT, Deadlines.DEFAULT));
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    @DisplayName("repeats no value in what it answers to a batch")
    void batch() throws IOException {
        assertRepeatsNothing(Samples.batch());
    }

    @Test
    @DisplayName("repeats no value in what it answers to an item")
    void item() throws IOException {
        assertRepeatsNothing(Samples.item());
    }

    @Test
    @DisplayName("repeats no value in what it answers to a list that fails")
    void list() throws IOException {
        assertRepeatsNothing(Samples.list());
    }

    private void assertRepeatsNothing(Request request) throws IOException {
        int failed = 0;
        int call = 0;
        do {
            database.disarm();
            documents.deleteAllByClientId(Environment.TEST, UUID.fromString(Samples.CLIENT));
            var failure = FAILURES.get(call % FAILURES.size());
            var moment = call / FAILURES.size() % 2 == 0 ? Moment.BEFORE : Moment.AFTER;
            database.arm(new JdbcFault(call++, failure, moment, Aftermath.NONE));
            var answer = answer(request, failure);
            if (answer.isPresent() && answer.get().status() != 200) {
                failed++;
                var text = answer.get().text();
                assertFalse(text.contains(Samples.SECRET) || text.contains(Samples.CLIENT), text);
            }
        } while (database.struck());
        assertTrue(failed > FAILURES.size(), "it fails often enough to be worth looking");
    }

    /** What the JVM itself fails with is nobody's to answer: the connection is closed. */
    private Optional<Response> answer(Request request, JdbcFailure failure) throws IOException {
        try (var wire = new Wire(endpoint.address())) {
            return Optional.of(wire.exchange(request));
        } catch (EOFException e) {
            if (failure != JdbcFailure.ERROR) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
