package io.archivero.testkit.history;

/** A fact, and when the call ran that told it. */
record Sighting(long begin, long end, Fact fact) {
    /** Tells whether this was over before the other began. */
    boolean isBefore(Sighting other) {
        return end < other.begin;
    }

    SeenState state() {
        var state = fact.state();
        if (state == null) {
            throw new IllegalStateException("a fact without a state: " + fact.kind());
        }
        return state;
    }
}
