package io.archivero.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The host's clock, in what every database can hold: microseconds, years 1 to 9999. */
public final class StoreClock {
    private static final Instant EARLIEST = LocalDate.of(1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant LATEST = LocalDate.of(9999, 12, 31)
            .atTime(LocalTime.MAX)
            .toInstant(ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MICROS);

    private final Clock clock;

    /** Reads that clock. */
    public StoreClock(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (now.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return now.isAfter(LATEST) ? LATEST : now;
    }
}
