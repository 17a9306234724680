package io.archivero.testkit.history;

import static io.archivero.testkit.history.RecordedCall.OPEN;

import io.archivero.testkit.history.Fact.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that was seen under one key: lives, one after the other, and what is between them. */
final class KeyHistory {
    private final String key;
    private final Map<UUID, Life> lives = new LinkedHashMap<>();
    private final List<Sighting> presences = new ArrayList<>();
    private final List<Sighting> absences = new ArrayList<>();
    private final List<Sighting> attempts = new ArrayList<>();
    private final List<Sighting> removals = new ArrayList<>();
    private @Nullable SeenState atRest;

    KeyHistory(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    void add(RecordedCall call, Fact fact) {
        var sighting = new Sighting(call.begin(), call.end(), fact);
        switch (fact.kind()) {
            case CREATED, UPDATED, SEEN, STALE -> addPresence(sighting);
            case CONFLICTED -> {
                if (fact.state() != null) {
                    addPresence(sighting);
                }
            }
            case ABSENT -> absences.add(sighting);
            case MAYBE_WRITTEN -> attempts.add(sighting);
            case DELETED, MAYBE_DELETED -> removals.add(sighting);
        }
    }

    private void addPresence(Sighting sighting) {
        presences.add(sighting);
        lives.computeIfAbsent(sighting.state().id(), id -> new Life()).add(sighting);
    }

    /** Adds how the document was found when all calls were over; null if it was not there. */
    void rest(@Nullable SeenState state) {
        atRest = state;
        var call = new RecordedCall(OPEN, OPEN, RecordedCall.Shape.SNAPSHOT, List.of());
        add(call, state == null ? Fact.absent(key) : Fact.seen(key, state));
    }

    /** Tells whether a write with that mark can be seen. */
    boolean shows(String mark) {
        return lives.values().stream().anyMatch(life -> life.hasMark(mark));
    }

    /** Tells whether every version is accounted for, so that there is no room for a write that nobody saw. */
    boolean isComplete() {
        return removals.isEmpty()
                && lives.values().stream()
                        .allMatch(life -> life.unacknowledged().isEmpty());
    }

    void check(List<Anomaly> anomalies) {
        Life.Findings findings = (kind, detail) -> anomalies.add(new Anomaly(kind, key, detail));
        lives.values().forEach(life -> life.check(attempts, findings));
        checkGaps(findings);
        checkRemovals(findings);
        checkSequence(findings);
        checkAbsences(findings);
        checkPresences(findings);
    }

    private void checkGaps(Life.Findings findings) {
        long missing = lives.values().stream()
                .mapToLong(life -> life.unacknowledged().size())
                .sum();
        if (missing > attempts.size()) {
            findings.add(
                    Anomaly.Kind.GAP,
                    missing + " versions that nobody was told to have written, by " + attempts.size() + " attempts");
        }
    }

    /** As many lives end as documents are removed. */
    private void checkRemovals(Life.Findings findings) {
        int ended = lives.size() - (atRest == null ? 0 : 1);
        int certain = certainRemovals().length;
        if (ended > removals.size()) {
            findings.add(Anomaly.Kind.LOST_LIFE, ended + " lives ended by " + removals.size() + " removals");
        }
        if (certain > ended + attempts.size()) {
            findings.add(Anomaly.Kind.LOST_LIFE, certain + " removals ended " + ended + " lives");
        }
    }

    private long[] certainRemovals() {
        return removals.stream()
                .filter(removal -> removal.fact().kind() == Kind.DELETED)
                .mapToLong(Sighting::end)
                .sorted()
                .toArray();
    }

    /** Two lives do not take turns. */
    private void checkSequence(Life.Findings findings) {
        var spans = lives.values().stream()
                .map(life -> new long[] {life.firstEnd(), life.lastBegin()})
                .toList();
        for (int i = 0; i < spans.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (spans.get(i)[0] < spans.get(j)[1] && spans.get(j)[0] < spans.get(i)[1]) {
                    findings.add(Anomaly.Kind.LOST_LIFE, "two ids took turns");
                }
            }
        }
    }

    /** Nobody misses a document that was there before, and that nobody has begun to remove since. */
    private void checkAbsences(Life.Findings findings) {
        var known = sorted(lives.values().stream().mapToLong(Life::firstEnd).toArray());
        var begun = sorted(removals.stream().mapToLong(Sighting::begin).toArray());
        for (var absence : absences) {
            if (below(known, absence.begin()) > below(begun, absence.end())) {
                findings.add(
                        absence.begin() == OPEN ? Anomaly.Kind.LOST_WRITE : Anomaly.Kind.STALE_READ,
                        "it was not there, and nobody had removed it");
            }
        }
    }

    /** Nobody sees a document that was removed before. */
    private void checkPresences(Life.Findings findings) {
        var ended = certainRemovals();
        var begun = sorted(lives.values().stream().mapToLong(Life::firstBegin).toArray());
        var attempted = sorted(attempts.stream().mapToLong(Sighting::begin).toArray());
        for (var presence : presences) {
            int possible = below(begun, presence.end()) + below(attempted, presence.end());
            if (below(ended, presence.begin()) >= Math.max(1, possible)) {
                findings.add(Anomaly.Kind.STALE_READ, "it was there after it had been removed");
            }
        }
    }

    private static long[] sorted(long[] moments) {
        Arrays.sort(moments);
        return moments;
    }

    /** Returns how many of the sorted moments are before another. */
    private static int below(long[] moments, long moment) {
        int from = 0;
        int to = moments.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (moments[middle] < moment) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
