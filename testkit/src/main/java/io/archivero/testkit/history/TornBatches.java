package io.archivero.testkit.history;

import io.archivero.testkit.history.Fact.Kind;
import io.archivero.testkit.history.RecordedCall.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Whether what was written at once is there at once: to everybody who looks at one moment, and after an unknown outcome. */
final class TornBatches {
    /** One version of a document, which one call wrote. */
    private record Write(String key, UUID id, long version) {}

    private final Map<String, KeyHistory> histories;
    private final List<Anomaly> anomalies;
    private final Map<Write, RecordedCall> batches = new HashMap<>();

    TornBatches(Map<String, KeyHistory> histories, List<Anomaly> anomalies) {
        this.histories = histories;
        this.anomalies = anomalies;
    }

    void check(List<RecordedCall> calls) {
        for (var call : calls) {
            if (call.shape() == Shape.BATCH) {
                call.facts().stream().filter(Fact::isWrite).forEach(fact -> batches.put(write(fact), call));
                checkUnknown(call);
            }
        }
        calls.stream().filter(call -> call.shape() == Shape.SNAPSHOT).forEach(this::checkSnapshot);
    }

    private static Write write(Fact fact) {
        var state = Objects.requireNonNull(fact.state());
        return new Write(fact.key(), state.id(), state.version());
    }

    /** Of a batch whose fate is unknown, some can be seen, and others cannot have been written. */
    private void checkUnknown(RecordedCall call) {
        var attempts = call.facts().stream()
                .filter(fact -> fact.kind() == Kind.MAYBE_WRITTEN)
                .toList();
        if (attempts.stream().noneMatch(this::isVisible)) {
            return;
        }
        for (var attempt : attempts) {
            if (!isVisible(attempt) && history(attempt).isComplete()) {
                anomalies.add(new Anomaly(
                        Anomaly.Kind.TORN_BATCH,
                        attempt.key(),
                        "others of an unknown batch were written, and this was not"));
            }
        }
    }

    private boolean isVisible(Fact attempt) {
        return history(attempt).shows(Objects.requireNonNull(attempt.mark()));
    }

    private KeyHistory history(Fact fact) {
        return Objects.requireNonNull(histories.get(fact.key()));
    }

    /** Whoever sees a version sees what was written with it, or what came after. */
    private void checkSnapshot(RecordedCall snapshot) {
        var seen = new HashMap<String, SeenState>();
        for (var fact : snapshot.facts()) {
            if (fact.state() != null) {
                seen.put(fact.key(), fact.state());
            }
        }
        seen.forEach((key, state) -> {
            var batch = batches.get(new Write(key, state.id(), state.version()));
            if (batch != null) {
                batch.facts().stream().filter(Fact::isWrite).forEach(fact -> compare(fact, seen));
            }
        });
    }

    private void compare(Fact written, Map<String, SeenState> seen) {
        var state = Objects.requireNonNull(written.state());
        var found = seen.get(written.key());
        if (found != null && found.id().equals(state.id()) && found.version() < state.version()) {
            anomalies.add(new Anomaly(
                    Anomaly.Kind.TORN_BATCH,
                    written.key(),
                    "version " + found.version() + " was seen beside what was written with version "
                            + state.version()));
        }
    }
}
