package io.archivero.benchmarks;

import io.archivero.benchmarks.Series.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one race ended.
 *
 * @param place where it was run: a backend
 * @param workload what the batches did
 * @param size how many cards a batch had
 * @param base whose time counts as 1
 * @param series one per contender
 */
public record Result(String place, Workload workload, int size, String base, List<Series> series) {
    /** Copies the list. */
    public Result {
        series = List.copyOf(series);
    }

    /** Returns a contender's ratio to the base. */
    public Spread ratio(Series contender) {
        return contender.ratioTo(named(base));
    }

    /** Returns the ratio of one contender to another. */
    public Spread ratio(String contender, String other) {
        return named(contender).ratioTo(named(other));
    }

    /** Returns the line for the terminal: Archivero, and the fastest of all who are neither Archivero nor the floor. */
    public String line() {
        var line = format(
                "RATIO %s archivero/floor=%.2f",
                what(), ratio("archivero", "floor").median());
        return bestPeer()
                .map(best -> line
                        + format(" best-peer=%s %.2f", best.name(), ratio(best).median()))
                .orElse(line);
    }

    /** Returns the line that says how sure the other one is: between which ratios half of the rounds were. */
    public String spreadLine() {
        var ratio = ratio("archivero", "floor");
        return format(
                "SPREAD %s archivero/floor=%.2f..%.2f rounds=%d",
                what(), ratio.low(), ratio.high(), named("archivero").rounds());
    }

    /** Returns a line about one contender's ratio to another. */
    public String line(String kind, String contender, String other) {
        return format(
                "%s %s %s/%s=%.2f",
                kind, what(), contender, other, ratio(contender, other).median());
    }

    private Optional<Series> bestPeer() {
        return series.stream()
                .filter(contender -> !contender.name().startsWith("archivero"))
                .filter(contender -> !contender.name().equals("floor"))
                .min(Comparator.comparing(contender -> ratio(contender).median()));
    }

    /** Tells whether a contender took part. */
    public boolean has(String contender) {
        return find(contender).isPresent();
    }

    Optional<Series> find(String contender) {
        return series.stream().filter(one -> one.name().equals(contender)).findFirst();
    }

    private Series named(String contender) {
        return find(contender).orElseThrow(() -> new IllegalStateException(contender + " did not take part"));
    }

    private String what() {
        return place + " " + workload.label() + " " + size;
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
