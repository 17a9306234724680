package io.archivero.benchmarks;

import io.archivero.benchmarks.Series.Spread;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The results as Markdown: per backend and size one table, with a row per contender and a column per workload. */
final class QuickTables {
    private final List<Result> results;
    private final List<Result> partials;
    private final List<CoreCost> cores;
    private final Map<Backend, List<Writers>> writers;
    private final StringBuilder text = new StringBuilder();

    QuickTables(
            List<Result> results, List<Result> partials, List<CoreCost> cores, Map<Backend, List<Writers>> writers) {
        this.results = results;
        this.partials = partials;
        this.cores = cores;
        this.writers = writers;
    }

    /** Returns the page. */
    String text() {
        text.setLength(0);
        line("# Quick benchmark");
        line("");
        Machine.describe().forEach((name, value) -> line("- " + name + ": " + value));
        line("");
        line(
                "Each entry: the median of the ratios to the floor, round by round (a quarter of the rounds is below and a quarter"
                        + " above the range in brackets), then the median time of a batch.");
        for (var group : groups()) {
            races(group);
        }
        partials();
        cores();
        writers();
        return text.toString();
    }

    private record Group(Backend backend, int size) {}

    private LinkedHashSet<Group> groups() {
        return results.stream()
                .map(result -> new Group(result.backend(), result.size()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void races(Group group) {
        var columns = results.stream()
                .filter(result -> result.backend() == group.backend() && result.size() == group.size())
                .toList();
        heading(group.backend().label() + ", " + group.size() + (group.size() == 1 ? " card" : " cards"));
        row(
                "contender",
                columns.stream().map(result -> result.workload().label()).toList(),
                "cannot tell");
        row("---", columns.stream().map(result -> "---").toList(), "---");
        for (var contender : columns.get(0).series()) {
            var cells = columns.stream()
                    .map(result -> find(result, contender.name())
                            .map(series -> cell(result.ratio(series), series))
                            .orElse(""))
                    .toList();
            row(contender.name(), cells, contender.cannotTell());
        }
    }

    private static Optional<Series> find(Result result, String name) {
        return result.series().stream()
                .filter(series -> series.name().equals(name))
                .findFirst();
    }

    private void partials() {
        if (partials.isEmpty()) {
            return;
        }
        heading("Item by item, to an atomic batch");
        var names = partials.get(0).series().stream().map(Series::name).toList();
        row("backend, workload", names, "");
        row("---", names.stream().map(name -> "---").toList(), "---");
        for (var result : partials) {
            var atomic = result.series().get(0);
            var cells = result.series().stream()
                    .map(series -> cell(series.ratioTo(atomic), series))
                    .toList();
            row(result.backend().label() + ", " + result.workload().label(), cells, "");
        }
    }

    private void cores() {
        heading("The library alone, per item");
        row("workload", List.of("µs"), "bytes");
        row("---", List.of("---"), "---");
        cores.forEach(cost ->
                row(cost.workload().label(), List.of(format("%.1f", cost.micros())), format("%.0f", cost.bytes())));
    }

    private void writers() {
        heading("Many writers, a fifth of the cards hot: batches per second");
        var threads = writers.values().stream()
                .flatMap(List::stream)
                .map(Writers::threads)
                .distinct()
                .map(count -> count + (count == 1 ? " thread" : " threads"))
                .toList();
        row("backend", threads, "failed batches");
        row("---", threads.stream().map(count -> "---").toList(), "---");
        new TreeMap<>(writers)
                .forEach((backend, rates) -> row(
                        backend.label(),
                        rates.stream()
                                .map(rate -> format("%.0f", rate.batchesPerSecond()))
                                .toList(),
                        Integer.toString(
                                rates.stream().mapToInt(Writers::failed).sum())));
    }

    private void heading(String heading) {
        line("");
        line("## " + heading);
        line("");
    }

    private void row(String first, List<String> cells, String last) {
        line("| " + first + " | " + String.join(" | ", cells) + " | " + last + " |");
    }

    private static String cell(Spread ratio, Series series) {
        return format(
                "%.2f (%.2f–%.2f), %.2f ms",
                ratio.median(), ratio.low(), ratio.high(), series.time().median() / 1_000);
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
