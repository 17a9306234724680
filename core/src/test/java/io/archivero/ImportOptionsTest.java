package io.archivero;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@DisplayName("The options of an import")
class ImportOptionsTest {
    private final ImportOptions defaults = ImportOptions.defaults();

    @Test
    @DisplayName("start with full batches on one worker, and a listener that hears every second and never stops")
    void defaults() {
        assertEquals(250, defaults.batchSize());
        assertEquals(1, defaults.parallelism());
        assertEquals(OptionalLong.empty(), defaults.expectedTotal());
        assertEquals(Duration.ofSeconds(1), defaults.progressEvery());
        assertTrue(
                defaults.listener().onProgress(new ImportProgress(Map.of(), 0, Duration.ZERO, OptionalLong.empty())));
    }

    @Test
    @DisplayName("are new options at each change, which keep the others")
    void immutable() {
        var changed = defaults.withBatchSize(7)
                .withParallelism(3)
                .withExpectedTotal(9)
                .withRetryPolicy(RetryPolicy.NEVER);
        assertEquals(7, changed.batchSize());
        assertEquals(3, changed.parallelism());
        assertEquals(OptionalLong.of(9), changed.expectedTotal());
        assertEquals(RetryPolicy.NEVER, changed.retryPolicy());
        assertEquals(250, defaults.batchSize());
    }

    @Test
    @DisplayName("know one interval of progress: the last that was set")
    void interval() {
        var batches = defaults.withProgressEveryBatches(5);
        assertEquals(Duration.ZERO, batches.progressEvery());
        assertEquals(5, batches.progressEveryBatches());
        var time = batches.withProgressEvery(Duration.ofMinutes(1));
        assertEquals(Duration.ofMinutes(1), time.progressEvery());
        assertEquals(1, time.progressEveryBatches());
    }

    @Test
    @DisplayName("refuse what is out of range, by name")
    void ranges() {
        assertRefused("batchSize", () -> defaults.withBatchSize(0));
        assertRefused("batchSize", () -> defaults.withBatchSize(251));
        assertRefused("parallelism", () -> defaults.withParallelism(0));
        assertRefused("expectedTotal", () -> defaults.withExpectedTotal(-1));
        assertRefused("interval", () -> defaults.withProgressEvery(Duration.ofNanos(-1)));
        assertRefused("batches", () -> defaults.withProgressEveryBatches(0));
    }

    @Test
    @DisplayName("double the wait before each attempt, up to the longest")
    void waits() {
        var policy = new RetryPolicy(9, Duration.ofMillis(250), Duration.ofSeconds(10));
        assertEquals(Duration.ofMillis(250), policy.longestDelay(2));
        assertEquals(Duration.ofMillis(500), policy.longestDelay(3));
        assertEquals(Duration.ofSeconds(8), policy.longestDelay(7));
        assertEquals(Duration.ofSeconds(10), policy.longestDelay(8));
        assertEquals(Duration.ofSeconds(10), policy.longestDelay(1_000_000));
        assertEquals(Duration.ZERO, RetryPolicy.NEVER.longestDelay(5));
    }

    private static void assertRefused(String name, Executable call) {
        var message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(String.valueOf(message).contains(name), message);
    }
}
