package io.archivero.testkit.history;

import static io.archivero.testkit.history.Anomaly.Kind.BROKEN_GUARD;
import static io.archivero.testkit.history.Anomaly.Kind.DIRTY_READ;
import static io.archivero.testkit.history.Anomaly.Kind.GAP;
import static io.archivero.testkit.history.Anomaly.Kind.LOST_LIFE;
import static io.archivero.testkit.history.Anomaly.Kind.LOST_WRITE;
import static io.archivero.testkit.history.Anomaly.Kind.MISCOUNTED;
import static io.archivero.testkit.history.Anomaly.Kind.REPEATED_VERSION;
import static io.archivero.testkit.history.Anomaly.Kind.SOURCE_WENT_BACK;
import static io.archivero.testkit.history.Anomaly.Kind.STALE_READ;
import static io.archivero.testkit.history.Anomaly.Kind.TIME_WENT_BACK;
import static io.archivero.testkit.history.Anomaly.Kind.TORN_BATCH;
import static io.archivero.testkit.history.Fact.absent;
import static io.archivero.testkit.history.Fact.conflicted;
import static io.archivero.testkit.history.Fact.created;
import static io.archivero.testkit.history.Fact.deleted;
import static io.archivero.testkit.history.Fact.maybeDeleted;
import static io.archivero.testkit.history.Fact.maybeWritten;
import static io.archivero.testkit.history.Fact.seen;
import static io.archivero.testkit.history.Fact.stale;
import static io.archivero.testkit.history.Fact.updated;
import static io.archivero.testkit.history.RecordedCall.OPEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.testkit.history.RecordedCall.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Histories made by hand: good ones, and for each anomaly bad ones, which differ from a good one in one place. */
@DisplayName("The history checker")
class HistoryCheckerTest {
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final Instant LATER = NOON.plusSeconds(60);

    private final List<RecordedCall> calls = new ArrayList<>();
    private final Map<String, SeenState> atRest = new HashMap<>();

    private static SeenState state(UUID id, long version, String mark) {
        return state(id, version, mark, NOON.plusSeconds(version), null);
    }

    private static SeenState state(UUID id, long version, String mark, Instant updatedAt, Long source) {
        return new SeenState(id, version, "content of " + mark, Set.of(mark), NOON, updatedAt, source);
    }

    private static SeenState sourced(long version, Long source) {
        return state(FIRST, version, "s" + version, NOON, source);
    }

    private void call(long begin, long end, Fact... facts) {
        calls.add(new RecordedCall(begin, end, Shape.LOOSE, List.of(facts)));
    }

    private void batch(long begin, long end, Fact... facts) {
        calls.add(new RecordedCall(begin, end, Shape.BATCH, List.of(facts)));
    }

    private void snapshot(long begin, long end, Fact... facts) {
        calls.add(new RecordedCall(begin, end, Shape.SNAPSHOT, List.of(facts)));
    }

    private void rests(String key, SeenState state) {
        atRest.put(key, state);
    }

    private void assertAnomalies(Anomaly.Kind... expected) {
        var found = EnumSet.noneOf(Anomaly.Kind.class);
        HistoryChecker.check(calls, atRest).forEach(anomaly -> found.add(anomaly.kind()));
        assertEquals(Set.of(expected), found);
    }

    /** A document at version 2. */
    private void twoVersions() {
        call(1, 2, created("a", state(FIRST, 1, "w1"), 0L));
        call(3, 4, updated("a", state(FIRST, 2, "w2"), 1L));
        rests("a", state(FIRST, 2, "w2"));
    }

    @Test
    @DisplayName("finds nothing in nothing, nor in a life from creation to removal and another after it")
    void good() {
        assertAnomalies();
        twoVersions();
        call(1, 4, seen("a", state(FIRST, 1, "w1")));
        call(1, 4, seen("a", state(FIRST, 2, "w2")));
        call(0, 1, absent("a"));
        call(5, 6, deleted("a"));
        call(6, 8, absent("a"));
        call(7, 8, conflicted("a", null, 2));
        call(8, 9, created("a", state(SECOND, 1, "w3"), null));
        call(10, 11, stale("a", state(SECOND, 2, "w4", LATER, 7L), 6));
        call(9, 11, updated("a", state(SECOND, 2, "w4", LATER, 7L), null));
        call(12, 13, conflicted("a", state(SECOND, 2, "w4", LATER, 7L), 1));
        rests("a", state(SECOND, 2, "w4", LATER, 7L));
        // The second document was updated at once, the first at its end: the clock of the one tells nothing of the
        // other.
        assertAnomalies();
    }

    @Test
    @DisplayName("lets a write of unknown fate happen, now, later, or never")
    void unknown() {
        twoVersions();
        call(5, OPEN, maybeWritten("a", "w3"));
        assertAnomalies();
        rests("a", state(FIRST, 3, "w3"));
        assertAnomalies();
        call(9, 10, seen("a", state(FIRST, 2, "w2")));
        assertAnomalies();
        call(11, 12, updated("a", state(FIRST, 4, "w4"), null));
        rests("a", state(FIRST, 4, "w4"));
        assertAnomalies();
        call(13, OPEN, maybeDeleted("a"));
        atRest.clear();
        assertAnomalies();
    }

    @Test
    @DisplayName("sees a version that nobody wrote")
    void gap() {
        twoVersions();
        call(5, 6, updated("a", state(FIRST, 4, "w4"), null));
        rests("a", state(FIRST, 4, "w4"));
        assertAnomalies(GAP);
    }

    @Test
    @DisplayName("sees more versions missing than there are writes of unknown fate")
    void twoGaps() {
        twoVersions();
        call(3, OPEN, maybeWritten("a", "w3"));
        call(5, 6, updated("a", state(FIRST, 5, "w5"), null));
        rests("a", state(FIRST, 5, "w5"));
        assertAnomalies(GAP);
    }

    @Test
    @DisplayName("sees two creations of one life, and two updates to one version, though they say the same")
    void repeated() {
        twoVersions();
        call(1, 9, created("a", state(FIRST, 1, "w1"), null));
        assertAnomalies(REPEATED_VERSION);
        calls.clear();
        twoVersions();
        call(3, 9, updated("a", state(FIRST, 2, "w2"), null));
        assertAnomalies(REPEATED_VERSION);
    }

    @Test
    @DisplayName("sees a version written after somebody had seen it")
    void writtenLate() {
        twoVersions();
        call(0, 1, seen("a", state(FIRST, 2, "w2")));
        assertAnomalies(REPEATED_VERSION);
    }

    @Test
    @DisplayName("sees creations that are none, and updates that create")
    void miscounted() {
        call(1, 2, updated("a", state(FIRST, 1, "w1"), null));
        rests("a", state(FIRST, 1, "w1"));
        assertAnomalies(MISCOUNTED);
        calls.clear();
        twoVersions();
        calls.set(1, new RecordedCall(3, 4, Shape.LOOSE, List.of(created("a", state(FIRST, 2, "w2"), 1L))));
        rests("a", state(FIRST, 2, "w2"));
        assertAnomalies(MISCOUNTED);
    }

    @Test
    @DisplayName("sees an acknowledged write that is not there at the end, nor anything after it")
    void lostWrite() {
        twoVersions();
        rests("a", state(FIRST, 1, "w1"));
        assertAnomalies(LOST_WRITE);
    }

    @Test
    @DisplayName("sees a document that is gone, and that nobody removed")
    void lostDocument() {
        twoVersions();
        atRest.clear();
        assertAnomalies(LOST_LIFE, LOST_WRITE);
    }

    @Test
    @DisplayName("sees a lost update: two who read one version, and both wrote the next")
    void lostUpdate() {
        twoVersions();
        call(3, 5, updated("a", state(FIRST, 2, "w3"), null));
        rests("a", state(FIRST, 2, "w3"));
        assertAnomalies(REPEATED_VERSION, DIRTY_READ);
    }

    @Test
    @DisplayName("sees an id that changes without a removal, and a removal that removed nothing")
    void ids() {
        twoVersions();
        call(5, 6, created("a", state(SECOND, 1, "w3"), null));
        rests("a", state(SECOND, 1, "w3"));
        assertAnomalies(LOST_LIFE);
        call(4, 5, deleted("a"));
        assertAnomalies();
        call(4, 5, deleted("a"));
        assertAnomalies(LOST_LIFE, STALE_READ);
    }

    @Test
    @DisplayName("sees two ids that take turns")
    void turns() {
        twoVersions();
        call(4, 5, deleted("a"));
        call(5, 6, created("a", state(SECOND, 1, "w3"), null));
        call(7, 8, seen("a", state(FIRST, 2, "w2")));
        rests("a", state(SECOND, 1, "w3"));
        assertAnomalies(LOST_LIFE);
    }

    @Test
    @DisplayName("sees what was seen and written by nobody, such as an item of a batch that was refused")
    void dirtyRead() {
        twoVersions();
        call(5, OPEN, maybeWritten("a", "other"));
        call(5, 6, seen("a", state(FIRST, 3, "refused")));
        assertAnomalies(DIRTY_READ, LOST_WRITE);
        calls.clear();
        rests("b", state(SECOND, 1, "nobody's"));
        assertAnomalies(DIRTY_READ, GAP);
    }

    @Test
    @DisplayName("sees a state of an unknown write before that write began")
    void tooEarly() {
        twoVersions();
        call(5, 6, seen("a", state(FIRST, 3, "w3")));
        call(7, OPEN, maybeWritten("a", "w3"));
        rests("a", state(FIRST, 3, "w3"));
        assertAnomalies(DIRTY_READ);
    }

    @Test
    @DisplayName("sees an acknowledged version in another form")
    void otherForm() {
        twoVersions();
        call(5, 6, seen("a", state(FIRST, 2, "w1")));
        assertAnomalies(DIRTY_READ);
    }

    @Test
    @DisplayName("sees a read that goes back behind a write, or behind another read")
    void staleRead() {
        twoVersions();
        call(5, 6, seen("a", state(FIRST, 1, "w1")));
        assertAnomalies(STALE_READ);
        calls.clear();
        call(1, 2, created("a", state(FIRST, 1, "w1"), null));
        call(3, 9, updated("a", state(FIRST, 2, "w2"), null));
        call(4, 5, seen("a", state(FIRST, 2, "w2")));
        call(6, 7, seen("a", state(FIRST, 1, "w1")));
        assertAnomalies(STALE_READ);
    }

    @Test
    @DisplayName("sees who misses what is there, and who sees what is gone")
    void presence() {
        twoVersions();
        call(3, 4, absent("a"));
        assertAnomalies(STALE_READ);
        call(4, 5, deleted("a"));
        atRest.clear();
        assertAnomalies(STALE_READ);
        calls.remove(2);
        assertAnomalies();
        call(6, 7, seen("a", state(FIRST, 2, "w2")));
        assertAnomalies(STALE_READ);
    }

    @Test
    @DisplayName("sees a moment at which a batch is half there")
    void torn() {
        call(1, 2, created("a", state(FIRST, 1, "a1"), null));
        call(1, 2, created("b", state(SECOND, 1, "b1"), null));
        batch(3, 6, updated("a", state(FIRST, 2, "a2"), null), updated("b", state(SECOND, 2, "b2"), null));
        rests("a", state(FIRST, 2, "a2"));
        rests("b", state(SECOND, 2, "b2"));
        call(4, 5, seen("a", state(FIRST, 2, "a2")), seen("b", state(SECOND, 1, "b1")));
        assertAnomalies();
        snapshot(4, 5, seen("a", state(FIRST, 2, "a2")), seen("b", state(SECOND, 1, "b1")));
        assertAnomalies(TORN_BATCH);
    }

    @Test
    @DisplayName("sees that half of a batch of unknown fate was written")
    void half() {
        call(1, 2, created("a", state(FIRST, 1, "a1"), null));
        call(1, 2, created("b", state(SECOND, 1, "b1"), null));
        batch(3, OPEN, maybeWritten("a", "a2"), maybeWritten("b", "b2"));
        rests("a", state(FIRST, 1, "a1"));
        rests("b", state(SECOND, 1, "b1"));
        assertAnomalies();
        rests("a", state(FIRST, 2, "a2"));
        assertAnomalies(TORN_BATCH);
        rests("b", state(SECOND, 2, "b2"));
        assertAnomalies();
    }

    @Test
    @DisplayName("sees times that go back or move")
    void times() {
        twoVersions();
        call(5, 6, updated("a", state(FIRST, 3, "w3", NOON, null), null));
        rests("a", state(FIRST, 3, "w3", NOON, null));
        assertAnomalies(TIME_WENT_BACK);
        calls.clear();
        twoVersions();
        var moved = new SeenState(FIRST, 3, "c", Set.of(), NOON.plusSeconds(1), NOON.plusSeconds(9), null);
        call(5, 6, updated("a", moved, null));
        rests("a", moved);
        assertAnomalies(TIME_WENT_BACK);
    }

    @Test
    @DisplayName("sees a lower source version over a higher one; one that is missing is neither")
    void sources() {
        call(1, 2, created("a", sourced(1, 7L), null));
        call(2, 3, updated("a", sourced(2, 7L), null));
        call(3, 4, updated("a", sourced(3, null), null));
        call(4, 5, updated("a", sourced(4, 3L), null));
        rests("a", sourced(4, 3L));
        assertAnomalies();
        call(5, 6, updated("a", sourced(5, 2L), null));
        rests("a", sourced(5, 2L));
        assertAnomalies(SOURCE_WENT_BACK);
    }

    @Test
    @DisplayName("sees guards that do not hold: of a write, of a conflict, of a late item")
    void guards() {
        twoVersions();
        call(5, 6, updated("a", state(FIRST, 3, "w3"), 1L));
        rests("a", state(FIRST, 3, "w3"));
        assertAnomalies(BROKEN_GUARD);
        calls.remove(2);
        rests("a", state(FIRST, 2, "w2"));
        call(5, 6, conflicted("a", state(FIRST, 2, "w2"), 2));
        assertAnomalies(BROKEN_GUARD);
        calls.remove(2);
        call(5, 6, stale("a", state(FIRST, 2, "w2"), 2));
        assertAnomalies(BROKEN_GUARD);
    }

    @Test
    @DisplayName("keeps keys apart")
    void keys() {
        twoVersions();
        call(1, 2, created("b", state(SECOND, 1, "w1"), 0L));
        rests("b", state(SECOND, 1, "w1"));
        assertAnomalies();
        assertEquals(
                List.of("b"),
                HistoryChecker.check(calls, Map.of("a", state(FIRST, 2, "w2"))).stream()
                        .map(Anomaly::key)
                        .distinct()
                        .toList());
    }
}
