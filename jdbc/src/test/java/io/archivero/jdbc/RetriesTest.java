package io.archivero.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.RetryPolicy;
import io.archivero.StoreUnavailableException;
import io.archivero.spi.RetryObserver;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    @Test
    @DisplayName(
            "Who observes is told of each attempt that is followed by another: by its SQLSTATE, or else by its class")
    void observed() {
        var told = new ArrayList<String>();
        RetryObserver observer = (attempt, reason, delay) -> told.add(attempt + " " + reason + " " + delay);
        var reasons = List.of(new SQLException("GEHEIMNIS", "40001"), new SQLTransientException("GEHEIMNIS"))
                .iterator();
        assertThrows(
                StoreUnavailableException.class,
                () -> retries(3, Duration.ZERO).observedBy(observer).run(() -> {
                    var reason = reasons.hasNext() ? reasons.next() : new SQLException("GEHEIMNIS", "40001");
                    throw new Retries.TransientFailure(REPORTED, reason);
                }));
        assertEquals(List.of("1 40001 PT0S", "2 java.sql.SQLTransientException PT0S"), told);
    }

    @Test
    @DisplayName("The longest wait doubles from attempt to attempt, up to the most that the policy allows")
    void patience() {
        var policy = new RetryPolicy(5, Duration.ofNanos(1_000), Duration.ofNanos(4_000));
        var longest = new TreeMap<Integer, Duration>();
        RetryObserver observer =
                (attempt, reason, delay) -> longest.merge(attempt, delay, (a, b) -> a.compareTo(b) > 0 ? a : b);
        for (int i = 0; i < 200; i++) {
            assertThrows(StoreUnavailableException.class, () -> new Retries(policy, observer).run(failing(1_000_000)));
        }
        assertEquals(Set.of(1, 2, 3, 4), longest.keySet());
        for (var most : Map.of(1, 1_000, 2, 2_000, 3, 4_000, 4, 4_000).entrySet()) {
            long nanos = longest.getOrDefault(most.getKey(), Duration.ZERO).toNanos();
            assertTrue(nanos > most.getValue() / 2 && nanos < most.getValue(), most + ": " + nanos);
        }
    }

    private static Retries retries(int most, Duration delay) {
        return new Retries(new RetryPolicy(most, delay, delay), RetryObserver.NONE);
    }

    /** Fails so often, then returns the number of the attempt. */
    private Supplier<Integer> failing(int times) {
        return () -> {
            int attempt = attempts.incrementAndGet();
            if (attempt <= times) {
                throw new Retries.TransientFailure(REPORTED, new SQLException("busy", "40001"));
            }
            return attempt;
        };
    }
}
