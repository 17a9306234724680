package io.archivero.benchmarks;

import io.archivero.benchmarks.Plots.Bars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/** What JMH measured, as a table and as plots; JMH writes the JSON itself. */
final class FullReport {
    private static final double[] PERCENTILES = {50, 90, 99};

    private final List<Line> lines;

    FullReport(Collection<RunResult> results) {
        this.lines = results.stream().map(Line::of).toList();
    }

    /** Writes {@code results.md} and the plots. */
    void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("results.md"), table());
        Plots.draw(charts(), directory);
    }

    /**
     * One figure.
     *
     * @param benchmark class and method
     * @param parameters by name, without the contender
     * @param contender who was measured
     * @param unit of the times
     * @param score the mean, and its error at 99.9 %
     * @param percentiles of the single calls
     * @param bytes allocated per operation, where that is known
     */
    private record Line(
            String benchmark,
            Map<String, String> parameters,
            String contender,
            String unit,
            double[] score,
            double[] percentiles,
            String bytes) {
        static Line of(RunResult result) {
            var names = result.getParams().getBenchmark().split("\\.");
            var parameters = new TreeMap<String, String>();
            result.getParams()
                    .getParamsKeys()
                    .forEach(key -> parameters.put(key, result.getParams().getParam(key)));
            var contender = parameters.remove("contender");
            var primary = result.getPrimaryResult();
            var percentiles = new double[PERCENTILES.length];
            for (int i = 0; i < percentiles.length; i++) {
                percentiles[i] = primary.getStatistics().getPercentile(PERCENTILES[i]);
            }
            // Elsewhere the profiler counts what is allocated around each call too.
            var allocated = names[names.length - 2].equals("CoreBenchmark")
                    ? result.getSecondaryResults().get("gc.alloc.rate.norm")
                    : null;
            return new Line(
                    names[names.length - 2] + "." + names[names.length - 1],
                    parameters,
                    contender == null ? "archivero" : contender,
                    primary.getScoreUnit(),
                    new double[] {primary.getScore(), primary.getScoreError()},
                    percentiles,
                    allocated == null ? "" : Long.toString(Math.round(allocated.getScore())));
        }

        boolean sameBut(Line other) {
            return benchmark.equals(other.benchmark) && parameters.equals(other.parameters);
        }

        String parametersText() {
            return parameters.entrySet().stream()
                    .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                    .collect(Collectors.joining(" "));
        }
    }

    private String table() {
        var text = new StringBuilder("# Full benchmark\n\n");
        Machine.describe()
                .forEach((name, value) -> text.append("- ")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        text.append("""

                | benchmark | parameters | contender | mean | ± | p50 | p90 | p99 | unit | bytes | p50 to floor |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (var line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %s | %s | %s |%n",
                    line.benchmark(),
                    line.parametersText(),
                    line.contender(),
                    line.score()[0],
                    line.score()[1],
                    line.percentiles()[0],
                    line.percentiles()[1],
                    line.percentiles()[2],
                    line.unit(),
                    line.bytes(),
                    toFloor(line)));
        }
        return text.toString();
    }

    private String toFloor(Line line) {
        return lines.stream()
                .filter(other -> other.contender().equals("floor") && other.sameBut(line))
                .findFirst()
                .map(floor -> String.format(Locale.ROOT, "%.2f", line.percentiles()[0] / floor.percentiles()[0]))
                .orElse("");
    }

    /** A chart per benchmark: the medians, with a group of bars per set of parameters and a colour per contender. */
    private Map<String, Bars> charts() {
        var charts = new LinkedHashMap<String, Bars>();
        lines.stream().collect(Collectors.groupingBy(Line::benchmark)).forEach((benchmark, all) -> {
            var groups = all.stream().map(Line::parametersText).distinct().toList();
            var bars = new LinkedHashMap<String, List<Double>>();
            for (var contender : all.stream().map(Line::contender).distinct().toList()) {
                bars.put(contender, medians(all, contender, groups));
            }
            charts.put(benchmark, new Bars(benchmark, all.get(0).unit() + ", median", groups, bars));
        });
        return charts;
    }

    private static List<Double> medians(List<Line> lines, String contender, List<String> groups) {
        var medians = new ArrayList<Double>();
        for (var group : groups) {
            medians.add(lines.stream()
                    .filter(line -> line.contender().equals(contender))
                    .filter(line -> line.parametersText().equals(group))
                    .mapToDouble(line -> line.percentiles()[0])
                    .findFirst()
                    .orElse(Double.NaN));
        }
        return medians;
    }
}
