package io.archivero.benchmarks;

import io.archivero.JsonObject;
import io.archivero.benchmarks.Series.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what the quick form measured, and writes it as JSON, as a table, and as plots. */
final class QuickReport {
    private final List<Result> results = new ArrayList<>();
    private final List<Result> partials = new ArrayList<>();
    private final List<CoreCost> cores = new ArrayList<>();
    private final Map<Backend, List<Writers>> writers = new LinkedHashMap<>();

    void add(Result result) {
        results.add(result);
    }

    void addPartial(Result result) {
        partials.add(result);
    }

    void add(CoreCost cost) {
        cores.add(cost);
    }

    void add(Backend backend, Writers rates) {
        writers.computeIfAbsent(backend, key -> new ArrayList<>()).add(rates);
    }

    /** Writes {@code results.json}, {@code results.md} and the plots. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("results.json"), json() + "\n");
        Files.writeString(directory.resolve("results.md"), new QuickTables(results, partials, cores, writers).text());
        Plots.ratios(results, directory);
    }

    private String json() {
        return JsonObject.of(Map.of(
                        "machine", Machine.describe(),
                        "races", results.stream().map(QuickReport::json).toList(),
                        "partial", partials.stream().map(QuickReport::json).toList(),
                        "core", cores.stream().map(QuickReport::json).toList(),
                        "writers", writersJson()))
                .json();
    }

    private static Map<String, Object> json(Result result) {
        var first = result.series().get(0);
        boolean partial = first.name().equals("atomic");
        var contenders = result.series().stream()
                .map(series -> {
                    var entry = new LinkedHashMap<String, Object>();
                    entry.put("name", series.name());
                    entry.put("cannotTell", series.cannotTell());
                    entry.put("micros", Arrays.stream(series.micros()).boxed().toList());
                    entry.put("time", json(series.time()));
                    entry.put("ratio", json(partial ? series.ratioTo(first) : result.ratio(series)));
                    return entry;
                })
                .toList();
        return Map.of(
                "backend", result.backend().label(),
                "workload", result.workload().label(),
                "size", result.size(),
                "contenders", contenders);
    }

    private static Map<String, Object> json(Spread spread) {
        return Map.of("low", spread.low(), "median", spread.median(), "high", spread.high());
    }

    private static Map<String, Object> json(CoreCost cost) {
        return Map.of(
                "workload", cost.workload().label(), "microsPerItem", cost.micros(), "bytesPerItem", cost.bytes());
    }

    private List<Map<String, Object>> writersJson() {
        var entries = new ArrayList<Map<String, Object>>();
        writers.forEach((backend, rates) -> rates.forEach(rate -> entries.add(Map.of(
                "backend", backend.label(),
                "threads", rate.threads(),
                "batchesPerSecond", rate.batchesPerSecond(),
                "failed", rate.failed()))));
        return entries;
    }
}
