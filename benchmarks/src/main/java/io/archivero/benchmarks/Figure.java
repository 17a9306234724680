package io.archivero.benchmarks;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One figure of JMH.
 *
 * @param benchmark class and method
 * @param parameters by name, without the contender
 * @param contender who was measured
 * @param unit of the times
 * @param mean of the times
 * @param error of the mean, at 99.9 %
 * @param percentiles of the times
 * @param bytes allocated per operation, where that is known
 */
record Figure(
        String benchmark,
        Map<String, String> parameters,
        String contender,
        String unit,
        double mean,
        double error,
        Map<String, Double> percentiles,
        String bytes) {
    /** Reads a run as JMH's JSON has it. */
    static Figure of(Map<?, ?> run) {
        var names = text(run, "benchmark").split("\\.");
        var parameters = new TreeMap<String, String>();
        if (run.get("params") instanceof Map<?, ?> params) {
            params.forEach((name, value) -> parameters.put(name.toString(), value.toString()));
        }
        var contender = parameters.remove("contender");
        var metric = map(run, "primaryMetric");
        var percentiles = new TreeMap<String, Double>();
        map(metric, "scorePercentiles")
                .forEach((share, value) -> percentiles.put(share.toString(), Double.valueOf(value.toString())));
        return new Figure(
                names[names.length - 2] + "." + names[names.length - 1],
                parameters,
                contender == null ? "archivero" : contender,
                text(metric, "scoreUnit"),
                Double.parseDouble(text(metric, "score")),
                Double.parseDouble(text(metric, "scoreError")),
                percentiles,
                bytes(names[names.length - 2], map(run, "secondaryMetrics")));
    }

    /** Outside the core the profiler of JMH counts what is allocated around each call too. */
    private static String bytes(String benchmark, Map<?, ?> metrics) {
        var metric = metrics.get(benchmark.equals("CoreBenchmark") ? "gc.alloc.rate.norm" : "call.alloc.norm");
        return metric instanceof Map<?, ?> found
                ? Long.toString(Math.round(Double.parseDouble(text(found, "score"))))
                : "";
    }

    /** Returns how many operations fit in a second. */
    double perSecond() {
        return (unit.startsWith("ms") ? 1e3 : 1e6) / mean;
    }

    /** Returns a percentile, by JMH's name for it. */
    double percentile(String share) {
        return percentiles.getOrDefault(share, Double.NaN);
    }

    /** Tells whether another figure is of the same, by whoever. */
    boolean isLike(Figure other) {
        return benchmark.equals(other.benchmark) && parameters.equals(other.parameters);
    }

    /** Returns the name of the chart that it belongs to. */
    String chart() {
        var backend = parameters.get("backend");
        return backend == null ? benchmark : benchmark + "-" + backend;
    }

    /** Returns its parameters for a table. */
    String parametersText() {
        return text(parameters);
    }

    /** Returns those of its parameters that tell it from others in its chart. */
    String groupText() {
        var others = new TreeMap<>(parameters);
        others.remove("backend");
        others.remove("rows", "50000");
        return text(others);
    }

    private static String text(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String text(Map<?, ?> json, String key) {
        return Objects.requireNonNull(json.get(key), key).toString();
    }

    private static Map<?, ?> map(Map<?, ?> json, String key) {
        return (Map<?, ?>) Objects.requireNonNull(json.get(key), key);
    }
}
