package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.archivero.DocumentRepository;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What a repository may write to the log, at whichever level. It reads the log as {@code java.util.logging} has it, so a backend's tests
 * need {@code slf4j-jdk14} at run time, in place of another provider. A backend proves itself by a class of its own:
 *
 * <pre>{@code
 * class MyRepositoryLogTest extends LogContract {
 *     @Override
 *     protected StoreFixture fixture() {
 *         return MyFixture.INSTANCE;
 *     }
 * }
 * }</pre>
 */
public abstract class LogContract {
    /** For subclasses. */
    protected LogContract() {}

    /** Returns the way to the store under test; asked once for each test. */
    protected abstract StoreFixture fixture();

    @Nested
    @DisplayName("The log")
    class Log extends LogTopic {
        Log() {
            super(LogContract.this.fixture());
        }
    }

    /** The tests. */
    abstract static class LogTopic extends ContractTopic {
        LogTopic(StoreFixture fixture) {
            super(fixture);
        }

        @Test
        @DisplayName("has one line for each call, at debug, in the name of the repository")
        void calls() {
            try (var log = new CapturedLog()) {
                atomic(plain("a"), plain("b"));
                find("a");
                var lines = log.lines();
                assertEquals(2, lines.size(), lines.toString());
                for (var line : lines) {
                    assertEquals(DocumentRepository.class.getName(), line.getLoggerName());
                    assertEquals(Level.FINE, line.getLevel());
                }
                var text = lines.get(0).getMessage();
                assertEquals(
                        "batch_upsert_by_external_id in test: 2 created,", text.substring(0, text.indexOf(',') + 1));
            }
        }

        @Test
        @DisplayName("holds no value of a document, whatever was called, and whatever came of it")
        void noValues() {
            try (var log = new CapturedLog()) {
                for (var method : EveryOperation.methods()) {
                    var every = new EveryOperation(repository, repository);
                    every.call(method);
                    every.call(method);
                    every.callWithNull(method);
                }
                var text = log.text();
                assertEquals(List.of(), silent(text));
                assertFalse(text.contains(EveryOperation.MARKER), text);
            }
        }

        /** Operations that the text does not tell of: a log that is not read holds no value, either. */
        private static List<String> silent(String text) {
            return EveryOperation.methods().stream()
                    .map(method -> EveryOperation.of(method).wireName())
                    .filter(name -> !text.contains(name + " in test"))
                    .toList();
        }
    }
}
