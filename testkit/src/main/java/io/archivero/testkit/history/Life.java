package io.archivero.testkit.history;

import static io.archivero.testkit.history.RecordedCall.OPEN;

import io.archivero.testkit.history.Fact.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One document from its creation to its removal: what was seen under one key and one id. */
final class Life {
    /** Takes what is wrong. */
    interface Findings {
        void add(Anomaly.Kind kind, String detail);
    }

    private final List<Sighting> sightings = new ArrayList<>();
    private final TreeMap<Long, List<Sighting>> byVersion = new TreeMap<>();

    void add(Sighting sighting) {
        sightings.add(sighting);
        byVersion
                .computeIfAbsent(sighting.state().version(), version -> new ArrayList<>())
                .add(sighting);
    }

    /** Returns when somebody first knew of it for certain. */
    long firstEnd() {
        return sightings.stream().mapToLong(Sighting::end).min().orElse(OPEN);
    }

    /** Returns the earliest moment at which it can have been there, as far as is known. */
    long firstBegin() {
        return sightings.stream().mapToLong(Sighting::begin).min().orElse(OPEN);
    }

    /** Returns the last moment at which somebody began to look, and still saw it. */
    long lastBegin() {
        return sightings.stream().mapToLong(Sighting::begin).max().orElse(0);
    }

    /** Returns the versions up to the last that was seen which nobody was told to have written. */
    Set<Long> unacknowledged() {
        var missing = new TreeSet<Long>();
        for (long version = 1; version <= byVersion.lastKey(); version++) {
            if (writes(version).isEmpty()) {
                missing.add(version);
            }
        }
        return missing;
    }

    boolean hasMark(String mark) {
        return sightings.stream().anyMatch(sighting -> sighting.state().marks().contains(mark));
    }

    /**
     * Looks for what cannot be.
     *
     * @param attempts the writes under the same key whose fate is unknown
     */
    void check(List<Sighting> attempts, Findings findings) {
        byVersion.keySet().forEach(version -> checkVersion(version, attempts, findings));
        checkTimes(findings);
        checkSources(findings);
        sightings.forEach(sighting -> checkGuard(sighting, findings));
        checkOrder(findings);
    }

    private List<Sighting> writes(long version) {
        return byVersion.getOrDefault(version, List.of()).stream()
                .filter(sighting -> sighting.fact().isWrite())
                .toList();
    }

    private void checkVersion(long version, List<Sighting> attempts, Findings findings) {
        var writes = writes(version);
        if (writes.size() > 1) {
            findings.add(
                    Anomaly.Kind.REPEATED_VERSION, "version " + version + " was written " + writes.size() + " times");
        }
        if (writes.stream().anyMatch(write -> (write.fact().kind() == Kind.CREATED) != (version == 1))) {
            findings.add(Anomaly.Kind.MISCOUNTED, "version " + version + " by a call that says otherwise");
        }
        var seen = Objects.requireNonNull(byVersion.get(version));
        if (seen.stream().map(Sighting::state).distinct().count() > 1) {
            findings.add(Anomaly.Kind.DIRTY_READ, "version " + version + " was seen in several forms");
        }
        if (writes.isEmpty() && seen.stream().anyMatch(sighting -> !isExplained(sighting, attempts))) {
            findings.add(Anomaly.Kind.DIRTY_READ, "version " + version + " was seen, and written by nobody");
        }
    }

    private static boolean isExplained(Sighting sighting, List<Sighting> attempts) {
        return attempts.stream()
                .anyMatch(attempt -> attempt.begin() < sighting.end()
                        && sighting.state()
                                .marks()
                                .contains(String.valueOf(attempt.fact().mark())));
    }

    private void checkTimes(Findings findings) {
        if (sightings.stream().map(each -> each.state().createdAt()).distinct().count() > 1) {
            findings.add(Anomaly.Kind.TIME_WENT_BACK, "the time of its creation moved");
        }
        SeenState before = null;
        for (var seen : states()) {
            if (before != null && seen.updatedAt().isBefore(before.updatedAt())) {
                findings.add(
                        Anomaly.Kind.TIME_WENT_BACK, "version " + seen.version() + " is older than the one before");
            }
            before = seen;
        }
    }

    private void checkSources(Findings findings) {
        SeenState before = null;
        for (var seen : states()) {
            if (before != null
                    && before.version() + 1 == seen.version()
                    && before.sourceVersion() != null
                    && seen.sourceVersion() != null
                    && seen.sourceVersion() < before.sourceVersion()) {
                findings.add(
                        Anomaly.Kind.SOURCE_WENT_BACK, "version " + seen.version() + " came from an earlier source");
            }
            before = seen;
        }
    }

    /** One state for each version, in their order. */
    private List<SeenState> states() {
        return byVersion.values().stream().map(seen -> seen.get(0).state()).toList();
    }

    private static void checkGuard(Sighting sighting, Findings findings) {
        var guard = sighting.fact().guard();
        if (guard == null) {
            return;
        }
        var state = sighting.state();
        boolean holds = switch (sighting.fact().kind()) {
            case CREATED, UPDATED -> state.version() == guard + 1;
            case CONFLICTED -> state.version() != guard;
            case STALE -> state.sourceVersion() != null && state.sourceVersion() > guard;
            case SEEN, ABSENT, MAYBE_WRITTEN, DELETED, MAYBE_DELETED -> true;
        };
        if (!holds) {
            findings.add(
                    Anomaly.Kind.BROKEN_GUARD,
                    sighting.fact().kind() + " at version " + state.version() + " with guard " + guard);
        }
    }

    /** Whoever begins after somebody has seen a version sees at least that one, and writes at least the next. */
    private void checkOrder(Findings findings) {
        var ended = sightings.stream()
                .sorted(Comparator.comparingLong(Sighting::end))
                .toList();
        var begun = sightings.stream()
                .sorted(Comparator.comparingLong(Sighting::begin))
                .collect(Collectors.toCollection(ArrayList::new));
        int next = 0;
        long known = 0;
        for (var sighting : begun) {
            while (next < ended.size() && ended.get(next).isBefore(sighting)) {
                known = Math.max(known, ended.get(next).state().version());
                next++;
            }
            long version = sighting.state().version();
            if (sighting.fact().isWrite() && version <= known) {
                findings.add(Anomaly.Kind.REPEATED_VERSION, "version " + version + " was written after it was seen");
            } else if (version < known) {
                findings.add(
                        sighting.begin() == OPEN ? Anomaly.Kind.LOST_WRITE : Anomaly.Kind.STALE_READ,
                        "version " + version + " was seen after version " + known);
            }
        }
    }
}
