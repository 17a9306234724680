package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.ViolationCodes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ids, versions, times and dates. */
abstract class RevisionContract extends ContractTopic {
    RevisionContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("a new document has version 1 and the clock's time, to the microsecond")
    void first() {
        clock.set(Instant.parse("2026-03-01T10:15:30.123456789Z"));
        var document = stored(item("a"));
        assertEquals(1, document.version());
        assertEquals(Instant.parse("2026-03-01T10:15:30.123456Z"), document.createdAt());
        assertEquals(document.createdAt(), document.updatedAt());
        assertEquals(document, find("a"));
    }

    @Test
    @DisplayName("a change counts one version, moves the update time, and leaves id and creation time")
    void next() {
        var first = stored(item("a"));
        for (long version = 2; version <= 5; version++) {
            var now = clock.advance(Duration.ofSeconds(1));
            var next = stored(item("a").size(version));
            assertEquals(version, next.version());
            assertEquals(now, next.updatedAt());
            assertEquals(first.createdAt(), next.createdAt());
            assertEquals(first.id(), next.id());
            assertEquals(next, find("a"));
        }
    }

    @Test
    @DisplayName("a replay changes nothing at all")
    void replay() {
        var first = stored(item("a"));
        clock.advance(Duration.ofDays(1));
        assertEquals(first, stored(item("a")));
        assertEquals(first, find("a"));
    }

    @Test
    @DisplayName("a clock that went back does not take the update time with it")
    void clockGoesBack() {
        var first = stored(item("a"));
        clock.advance(Duration.ofDays(-400));
        var second = stored(item("a").size(2L));
        assertEquals(first.updatedAt(), second.updatedAt());
        assertEquals(2, second.version());
        clock.advance(Duration.ofDays(800));
        assertEquals(clock.instant(), stored(item("a").size(3L)).updatedAt());
    }

    @Test
    @DisplayName("all documents of one batch have the same time")
    void oneTimeInABatch() {
        var times = atomic(plain("a"), plain("b"), plain("c")).items().stream()
                .map(item -> item.document().orElseThrow().createdAt())
                .distinct()
                .toList();
        assertEquals(List.of(clock.instant()), times);
    }

    @Test
    @DisplayName("ids are UUIDs of version 7, all different, even when the clock stands still or goes back")
    void ids() {
        var ids = IntStream.range(0, 100)
                .mapToObj(i -> {
                    clock.advance(Duration.ofSeconds(-i));
                    return stored(item("item " + i)).id();
                })
                .distinct()
                .toList();
        assertEquals(100, ids.size());
        assertTrue(ids.stream().allMatch(id -> id.version() == 7 && id.variant() == 2));
    }

    @Test
    @DisplayName("times survive every zone and every change to or from summer time")
    void times() {
        var times = List.of(
                "2026-03-08T10:30:00.000001Z", // Los Angeles skips this hour of local time
                "2026-11-01T08:30:00Z", // and has this one twice
                "2026-11-01T09:30:00Z",
                "2006-04-14T18:30:00Z", // Colombo changed its offset in this year
                "1969-12-31T23:59:59.999999Z",
                "1900-01-01T00:00:00Z",
                "1582-10-10T12:00:00Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999Z");
        for (var time : times) {
            clock.set(Instant.parse(time));
            assertEquals(time, stored(item(time)).createdAt().toString());
            assertEquals(time, find(time).createdAt().toString());
            assertEquals(time, find(time).updatedAt().toString());
        }
    }

    @Test
    @DisplayName("a clock that is far off does not stop a batch")
    void clockFarOff() {
        for (var now : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
            clock.set(now);
            var document = stored(item(now.toString()));
            assertEquals(document, find(now.toString()));
            assertEquals(document.createdAt(), document.createdAt().truncatedTo(ChronoUnit.MICROS));
        }
    }

    @Test
    @DisplayName("expiry dates survive every zone and calendar")
    void dates() {
        for (var date : List.of(
                "0001-01-01",
                "0004-02-29",
                "1582-10-04",
                "1582-10-10",
                "1582-10-15",
                "1900-02-28",
                "1969-12-31",
                "1970-01-01",
                "2026-03-08",
                "2032-02-29",
                "9999-12-31")) {
            stored(item(date).expiresAt(LocalDate.parse(date)));
            assertEquals(LocalDate.parse(date), find(date).expiresAt());
        }
    }

    @Test
    @DisplayName("expiry dates outside the years 1 to 9999 are invalid")
    void datesOutOfRange() {
        for (var date : List.of(LocalDate.of(0, 12, 31), LocalDate.of(10_000, 1, 1), LocalDate.MIN, LocalDate.MAX)) {
            assertInvalid(item("a").expiresAt(date).build(), ViolationCodes.RANGE, "/expiresAt");
        }
    }
}
