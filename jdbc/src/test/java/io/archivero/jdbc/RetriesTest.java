package io.archivero.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.RetryPolicy;
import io.archivero.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final RuntimeException REPORTED = new StoreUnavailableException("busy", new Exception());

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    @DisplayName("Work that fails for a passing reason is run again until it succeeds")
    void again() {
        assertEquals(3, retries(5, Duration.ZERO).run(failing(2)));
        assertEquals(3, attempts.get());
    }

    @Test
    @DisplayName("Work that keeps failing is run as often as the policy says, and then its own failure is thrown")
    void gaveUp() {
        assertSame(
                REPORTED,
                assertThrows(
                        StoreUnavailableException.class,
                        () -> retries(4, Duration.ZERO).run(failing(100))));
        assertEquals(4, attempts.get());
    }

    @Test
    @DisplayName("Work that fails for good is run once")
    void forGood() {
        Supplier<Integer> broken = () -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("for good");
        };
        assertThrows(
                IllegalStateException.class, () -> retries(4, Duration.ZERO).run(broken));
        assertEquals(1, attempts.get());
    }

    @Test
    @DisplayName("An interrupt ends the waiting, says that nothing was written, and is kept")
    void interrupted() {
        Thread.currentThread().interrupt();
        var failure = assertThrows(
                StoreUnavailableException.class,
                () -> retries(4, Duration.ofDays(1_000_000)).run(failing(100)));
        assertTrue(Thread.interrupted());
        assertTrue(String.valueOf(failure.getMessage()).contains("nothing was written"));
        assertEquals(1, attempts.get());
    }

    private static Retries retries(int most, Duration delay) {
        return new Retries(new RetryPolicy(most, delay, delay));
    }

    /** Fails so often, then returns the number of the attempt. */
    private Supplier<Integer> failing(int times) {
        return () -> {
            int attempt = attempts.incrementAndGet();
            if (attempt <= times) {
                throw new Retries.TransientFailure(REPORTED);
            }
            return attempt;
        };
    }
}
