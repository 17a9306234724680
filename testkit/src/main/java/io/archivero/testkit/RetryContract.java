package io.archivero.testkit;

import static io.archivero.ItemOutcome.CREATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.Operation;
import io.archivero.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever listens hears of what a call tries again. */
abstract class RetryContract extends JdbcTopic {
    private final RecordingListener listener = new RecordingListener();
    private final StumblingDataSource stumbling = new StumblingDataSource(jdbc.dataSource());
    private final DocumentRepository watched =
            remember(jdbc.open(stumbling, options -> options.clock(clock).listener(listener)));

    RetryContract(JdbcFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("is told of each attempt that was refused, and then of the call")
    void eachAttempt() {
        stumbling.refuse(2);
        assertEquals(CREATED, watched.upsertByExternalId(TEST, plain("a")).outcome());
        var retries = listener.retries();
        assertEquals(
                List.of(1, 2), retries.stream().map(retry -> retry.attempt()).toList());
        for (var retry : retries) {
            assertEquals(Operation.UPSERT_BY_EXTERNAL_ID, retry.operation());
            assertEquals(TEST, retry.environment());
            assertEquals(StumblingDataSource.SQL_STATE, retry.reason());
            assertFalse(retry.delay().isNegative());
            assertTrue(retry.delay().compareTo(Duration.ofMillis(10)) <= 0, retry.toString());
        }
        var call = listener.onlyCall();
        assertEquals(2, call.retries());
        assertTrue(call.succeeded());
    }

    @Test
    @DisplayName("is told of retries of reading, too, and of every call its own")
    void ofItsOwn() {
        stumbling.refuse(3);
        watched.count(TEST, DocumentQuery.all());
        assertEquals(3, listener.onlyCall().retries());
        watched.count(TEST, DocumentQuery.all());
        assertEquals(0, listener.onlyCall().retries());
    }

    @Test
    @DisplayName("is told of the retries of a stream, page by page")
    void stream() {
        repository.batchUpsertByExternalId(TEST, items(250, 1));
        try (var stream = watched.stream(TEST, DocumentQuery.all())) {
            var documents = stream.iterator();
            for (int i = 0; i < 250; i++) {
                if (i % 100 == 0) {
                    stumbling.refuse(1);
                }
                documents.next();
            }
        }
        var call = listener.onlyCall();
        assertEquals(3, call.retries());
        assertEquals(250, call.documents());
    }

    @Test
    @DisplayName("is told that a stream failed, if its next page could not be read")
    void failedStream() {
        repository.batchUpsertByExternalId(TEST, items(150, 1));
        try (var stream = watched.stream(TEST, DocumentQuery.all())) {
            var documents = stream.iterator();
            for (int i = 0; i < 100; i++) {
                documents.next();
            }
            stumbling.goAway();
            assertThrows(StoreUnavailableException.class, documents::next);
        }
        var call = listener.onlyCall();
        assertEquals(StoreUnavailableException.class, call.failure());
        assertEquals(100, call.documents());
    }

    @Test
    @DisplayName("is told when all attempts were spent in vain")
    void spent() {
        stumbling.refuse(Integer.MAX_VALUE);
        assertThrows(StoreUnavailableException.class, () -> watched.upsertByExternalId(TEST, plain("a")));
        var call = listener.onlyCall();
        assertEquals(StoreUnavailableException.class, call.failure());
        assertEquals(19, call.retries(), "of twenty attempts");
        assertEquals(19, listener.retries().size());
    }

    @Test
    @DisplayName("is told of the retries of its own call, whatever other threads retry meanwhile")
    void apart() throws Exception {
        var retries = Contenders.run(4, thread -> () -> {
            var own = new RecordingListener();
            var another = jdbc.open(stumbling, options -> options.listener(own));
            for (int i = 0; i < 20; i++) {
                stumbling.refuse(thread);
                another.count(TEST, DocumentQuery.all());
                assertEquals(thread, own.onlyCall().retries());
            }
            return own.retries().size();
        });
        assertEquals(List.of(0, 20, 40, 60), retries);
    }

    @Test
    @DisplayName("hears of a repository that joins a host's transaction, which retries nothing")
    void joined() throws SQLException {
        try (var connection = jdbc.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            watched.using(connection).upsertByExternalId(TEST, plain("a"));
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertEquals(Operation.UPSERT_BY_EXTERNAL_ID, listener.onlyCall().operation());
        assertEquals(List.of(), listener.retries());
    }

    @Test
    @DisplayName("learns no value of a document from a refusal")
    void noValues() {
        stumbling.refuse(2);
        watched.upsertByExternalId(TEST, plain(StumblingDataSource.MESSAGE));
        var told = listener.calls().toString() + listener.retries();
        assertFalse(told.contains(StumblingDataSource.MESSAGE), told);
    }
}
