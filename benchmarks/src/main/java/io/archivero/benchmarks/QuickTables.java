package io.archivero.benchmarks;

import io.archivero.benchmarks.Series.Spread;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The results as Markdown: per backend and size one table, with a row per contender and a column per workload. */
final class QuickTables {
    private final StringBuilder text = new StringBuilder();

    /** Writes what the figures depend on. */
    QuickTables title(Map<String, String> machine) {
        line("# Quick benchmark");
        line("");
        machine.forEach((name, value) -> line("- " + name + ": " + value));
        line("");
        line("""
                Each entry: the median of the ratios to the base, round by round (a quarter of the rounds is below and a quarter above the
                range in brackets), then the median time of a batch. Bytes are what the calling thread allocated per item, the
                database included where it runs inside the process.""");
        return this;
    }

    private record Group(String place, int size) {}

    /** Writes a table per backend and size; {@code base} is what their ratios are ratios to. */
    QuickTables results(String heading, String base, List<Result> results) {
        var groups = results.stream()
                .map(result -> new Group(result.place(), result.size()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (var group : groups) {
            heading(heading + group.place() + ", " + group.size() + (group.size() == 1 ? " card" : " cards")
                    + ", to the " + base);
            table(results.stream()
                    .filter(result -> new Group(result.place(), result.size()).equals(group))
                    .toList());
        }
        return this;
    }

    private void table(List<Result> columns) {
        header(
                "",
                columns.stream()
                        .map(result -> result.workload().label() + " (bytes)")
                        .toList(),
                "cannot tell");
        for (var contender : columns.get(0).series()) {
            var cells = columns.stream()
                    .map(result -> result.find(contender.name())
                            .map(series -> cell(result.ratio(series), series))
                            .orElse(""))
                    .toList();
            row(contender.name(), cells, contender.cannotTell());
        }
    }

    /** Writes what the library itself costs. */
    QuickTables cores(List<CoreCost> cores) {
        heading("The library alone, per item");
        header("workload", List.of("µs"), "bytes");
        cores.forEach(cost ->
                row(cost.workload().label(), List.of(format("%.1f", cost.micros())), format("%.0f", cost.bytes())));
        return this;
    }

    /** Writes what many threads stored. */
    QuickTables writers(Map<Backend, List<Writers.Rate>> writers) {
        if (writers.isEmpty()) {
            return this;
        }
        heading("Many writers, a fifth of the cards hot: batches per second, to one thread, slowest batch");
        var threads = writers.values().iterator().next().stream()
                .map(rate -> rate.threads() + (rate.threads() == 1 ? " thread" : " threads"))
                .toList();
        header("", threads, "failed batches");
        writers.forEach((backend, rates) -> row(
                backend.label(),
                rates.stream()
                        .map(rate -> format(
                                "%.0f, %.2f, %.0f ms", rate.batchesPerSecond(), rate.toOne(), rate.slowestMillis()))
                        .toList(),
                Integer.toString(rates.stream().mapToInt(Writers.Rate::failed).sum())));
        return this;
    }

    /** Returns the page. */
    String text() {
        return text.toString();
    }

    private void heading(String heading) {
        line("");
        line("## " + heading);
        line("");
    }

    private void header(String first, List<String> columns, String last) {
        row(first, columns, last);
        row("---", columns.stream().map(column -> "---").toList(), "---");
    }

    private void row(String first, List<String> cells, String last) {
        line("| " + first + " | " + String.join(" | ", cells) + " | " + last + " |");
    }

    private static String cell(Spread ratio, Series series) {
        return format(
                "%.2f (%.2f–%.2f), %.2f ms (%.0f)",
                ratio.median(), ratio.low(), ratio.high(), series.time().median() / 1_000, series.bytes());
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
