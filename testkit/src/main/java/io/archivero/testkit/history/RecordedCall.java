package io.archivero.testkit.history;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One call, as its caller saw it.
 *
 * @param begin when it began, by {@link System#nanoTime}: on one machine the same clock for all processes, as far as Linux goes
 * @param end when it returned; {@link #OPEN} if it may still have an effect
 * @param shape what its facts have in common
 * @param facts what it told, at most one fact for each document
 */
public record RecordedCall(long begin, long end, Shape shape, List<Fact> facts) {
    /** The end of a call whose outcome is unknown: a database may carry it out after the caller has given up. */
    public static final long OPEN = Long.MAX_VALUE;

    /** What the facts of a call have in common. */
    public enum Shape {
        /** The writes were one transaction; what was not acknowledged was to be written whole or not at all. */
        BATCH,
        /** All was read at one moment. */
        SNAPSHOT,
        /** Nothing more than the call. */
        LOOSE
    }

    /** Copies the facts; refuses nulls. */
    public RecordedCall {
        Objects.requireNonNull(shape, "shape");
        facts = List.copyOf(facts);
    }

    String toText() {
        return Stream.concat(
                        Stream.of(Long.toString(begin), Long.toString(end), shape.name()),
                        facts.stream().map(Fact::toText))
                .collect(Collectors.joining("\t"));
    }

    static RecordedCall parse(String text) {
        var parts = text.split("\t", -1);
        return new RecordedCall(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Shape.valueOf(parts[2]),
                Arrays.stream(parts).skip(3).map(Fact::parse).toList());
    }
}
