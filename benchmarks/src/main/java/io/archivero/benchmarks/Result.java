package io.archivero.benchmarks;

import io.archivero.benchmarks.Series.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How one race ended.
 *
 * @param backend the database
 * @param workload what the batches did
 * @param size how many cards a batch had
 * @param series one per contender
 */
public record Result(Backend backend, Workload workload, int size, List<Series> series) {
    /** Copies the list. */
    public Result {
        series = List.copyOf(series);
    }

    /** Returns a contender's ratio to the floor. */
    public Spread ratio(Series contender) {
        return contender.ratioTo(named("floor"));
    }

    /** Returns the line for the terminal: Archivero, and the fastest of all who are neither Archivero nor the floor. */
    public String line() {
        var label = "%s %s %d".formatted(backend.label(), workload.label(), size);
        var archivero = ratio(named("archivero"));
        var line = String.format(Locale.ROOT, "RATIO %s archivero/floor=%.2f", label, archivero.median());
        var peer = series.stream()
                .filter(contender -> !contender.name().startsWith("archivero"))
                .filter(contender -> !contender.name().equals("floor"))
                .min(Comparator.comparing(contender -> ratio(contender).median()));
        return peer.map(best -> line
                        + String.format(
                                Locale.ROOT,
                                " best-peer=%s %.2f",
                                best.name(),
                                ratio(best).median()))
                .orElse(line);
    }

    private Series named(String name) {
        return series.stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " did not take part"));
    }
}
