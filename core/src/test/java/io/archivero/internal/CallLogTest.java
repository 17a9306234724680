package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.BatchRejectedException;
import io.archivero.CallEvent;
import io.archivero.DocumentRepository;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.Operation;
import io.archivero.RepositoryListener;
import io.archivero.RetryEvent;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The log has")
class CallLogTest {
    private final Logger logger = Logger.getLogger(DocumentRepository.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage() + (line.getThrown() == null ? "" : line.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }

    @Test
    @DisplayName("each call at debug, with the outcomes that occurred")
    void calls() {
        new CallLog().onCall(call(Map.of(ItemOutcome.CREATED, 2, ItemOutcome.STALE, 0), 0, 0, null));
        new CallLog().onCall(call(Map.of(), 3, 1, null));
        assertEquals(
                List.of(
                        "FINE find_by_id in live: 2 created, 1.5 ms, 0 retries",
                        "FINE find_by_id in live: 3 documents, 1.5 ms, 1 retries"),
                lines);
    }

    @Test
    @DisplayName("a failure at debug, by its class, since the caller learns the rest")
    void failures() {
        new CallLog().onCall(call(Map.of(ItemOutcome.INVALID, 1), 0, 0, BatchRejectedException.class));
        new CallLog().onCall(call(Map.of(), 0, 0, StoreUnavailableException.class));
        assertEquals(
                List.of(
                        "FINE find_by_id in live: io.archivero.BatchRejectedException (1 invalid), 1.5 ms, 0 retries",
                        "FINE find_by_id in live: io.archivero.StoreUnavailableException (0 documents), 1.5 ms, 0 retries"),
                lines);
    }

    @Test
    @DisplayName("an unknown outcome, and retries that were spent in vain, at warn")
    void warnings() {
        new CallLog().onCall(call(Map.of(), 0, 0, UnknownOutcomeException.class));
        new CallLog().onCall(call(Map.of(), 0, 19, StoreUnavailableException.class));
        assertEquals(
                List.of(
                        "WARNING find_by_id in live: io.archivero.UnknownOutcomeException (0 documents), 1.5 ms, 0 retries",
                        "WARNING find_by_id in live: io.archivero.StoreUnavailableException (0 documents), 1.5 ms, 19 retries"),
                lines);
    }

    @Test
    @DisplayName("each retry at debug, with the SQLSTATE")
    void retries() {
        new CallLog().onRetry(new RetryEvent(Operation.COUNT, Environment.TEST, 2, "40001", Duration.ofMillis(3)));
        assertEquals(List.of("FINE count in test: attempt 2 refused by 40001, trying again in 3.0 ms"), lines);
    }

    @Test
    @DisplayName("the first failure of a listener at warn, by class names alone, and no later one of it")
    void brokenListeners() {
        var listeners = RepositoryListener.allOf(new Broken(), new Broken(), RepositoryListener.NONE);
        for (int i = 0; i < 3; i++) {
            listeners.onCall(call(Map.of(), 0, 0, null));
            listeners.onRetry(new RetryEvent(Operation.COUNT, Environment.TEST, 1, "40001", Duration.ZERO));
        }
        var line = "WARNING the listener io.archivero.internal.CallLogTest$Broken failed with "
                + "java.lang.IllegalStateException; further failures of it are not logged";
        assertEquals(List.of(line, line), lines);
    }

    /** A listener that tells the log what it should not know, if it can. */
    private static final class Broken implements RepositoryListener {
        @Override
        public void onCall(CallEvent call) {
            throw new IllegalStateException("GEHEIMNIS");
        }

        @Override
        public void onRetry(RetryEvent retry) {
            throw new IllegalStateException("GEHEIMNIS");
        }

        @Override
        public String toString() {
            return "GEHEIMNIS";
        }
    }

    private static CallEvent call(
            Map<ItemOutcome, Integer> outcomes,
            long documents,
            int retries,
            @Nullable Class<? extends Throwable> failure) {
        return new CallEvent(
                Operation.FIND_BY_ID,
                Environment.LIVE,
                outcomes,
                documents,
                Duration.ofNanos(1_500_000),
                retries,
                failure);
    }
}
