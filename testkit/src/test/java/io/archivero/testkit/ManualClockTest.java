package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The manual clock")
class ManualClockTest {
    private final ManualClock clock = ManualClock.at("2026-03-01T00:00:00Z");

    @Test
    @DisplayName("stands still until it is moved, forwards or backwards")
    void moves() {
        assertEquals(clock.instant(), clock.instant());
        assertEquals(Instant.parse("2026-03-01T00:00:01Z"), clock.advance(Duration.ofSeconds(1)));
        assertEquals(Instant.parse("2026-02-28T00:00:01Z"), clock.advance(Duration.ofDays(-1)));
        clock.set(Instant.MAX);
        assertEquals(Instant.MAX, clock.instant());
    }

    @Test
    @DisplayName("shows UTC; in another zone it is the same clock")
    void zones() {
        assertEquals(ZoneOffset.UTC, clock.getZone());
        var colombo = clock.withZone(ZoneId.of("Asia/Colombo"));
        clock.advance(Duration.ofHours(1));
        assertEquals(clock.instant(), colombo.instant());
        assertEquals(ZoneId.of("Asia/Colombo"), colombo.getZone());
    }
}
