package io.archivero.benchmarks;

import io.archivero.benchmarks.Plots.Bars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of the quick form as charts, by the names of their files. */
final class QuickCharts {
    private QuickCharts() {}

    static Map<String, Bars> of(
            List<Result> races,
            List<Result> partials,
            List<Result> promises,
            Map<Backend, List<Writers.Rate>> writers) {
        var charts = new LinkedHashMap<String, Bars>();
        ratios(charts, "ratios", "time as a multiple of hand-written JDBC", races);
        ratios(charts, "partial", "time as a multiple of an atomic batch", partials);
        ratios(charts, "durability", "time as a multiple of what promises nothing", promises);
        if (!writers.isEmpty()) {
            charts.put("writers", writers(writers));
        }
        return charts;
    }

    /** Adds a chart for each backend and size, with a group of bars for each workload. */
    private static void ratios(Map<String, Bars> charts, String kind, String unit, List<Result> results) {
        var byChart = new LinkedHashMap<String, List<Result>>();
        for (var result : results) {
            byChart.computeIfAbsent(kind + "-" + result.place() + "-" + result.size(), key -> new ArrayList<>())
                    .add(result);
        }
        byChart.forEach((name, some) -> charts.put(name, ratios(unit, some)));
    }

    private static Bars ratios(String unit, List<Result> results) {
        var first = results.get(0);
        var bars = new LinkedHashMap<String, List<Double>>();
        for (var contender : first.series()) {
            bars.put(
                    contender.name(),
                    results.stream()
                            .map(result -> result.find(contender.name())
                                    .map(series -> result.ratio(series).median())
                                    .orElse(Double.NaN))
                            .toList());
        }
        return new Bars(
                (first.size() == 1 ? "Single cards on " : "Batches of " + first.size() + " on ") + first.place(),
                unit,
                true,
                results.stream().map(result -> result.workload().label()).toList(),
                bars);
    }

    private static Bars writers(Map<Backend, List<Writers.Rate>> writers) {
        var threads = writers.values().iterator().next().stream()
                .map(rate -> rate.threads() + (rate.threads() == 1 ? " thread" : " threads"))
                .toList();
        var bars = new LinkedHashMap<String, List<Double>>();
        writers.forEach((backend, rates) -> bars.put(
                backend.label(),
                rates.stream().map(Writers.Rate::batchesPerSecond).toList()));
        return new Bars("Many writers, a fifth of the cards hot", "batches of 250 per second", false, threads, bars);
    }
}
