package io.archivero.benchmarks;

import io.archivero.JsonObject;
import io.archivero.benchmarks.Series.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what the quick form measured, and writes it as JSON, as a table, and as plots. */
final class QuickReport {
    private final Map<String, String> machine = Machine.describe();
    private final List<Result> races = new ArrayList<>();
    private final List<Result> partials = new ArrayList<>();
    private final Map<String, List<Result>> growth = new LinkedHashMap<>();
    private final List<Result> promises = new ArrayList<>();
    private final List<CoreCost> cores = new ArrayList<>();
    private final Map<Backend, List<Writers.Rate>> writers = new LinkedHashMap<>();

    /** Notes what figures on that backend depend on. */
    void uses(Backend backend) throws SQLException {
        if (backend.isPostgres()) {
            machine.put("postgres", Machine.postgres());
        }
    }

    void core(CoreCost cost) {
        cores.add(cost);
    }

    void race(Result result) {
        races.add(result);
    }

    void partial(Result result) {
        partials.add(result);
    }

    void growth(String contender, Result result) {
        growth.computeIfAbsent(contender, key -> new ArrayList<>()).add(result);
    }

    void promise(Result result) {
        promises.add(result);
    }

    void writers(Backend backend, List<Writers.Rate> rates) {
        writers.put(backend, rates);
    }

    /** Writes {@code results.json}, {@code results.md} and the plots. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("results.json"), json() + "\n");
        Files.writeString(directory.resolve("results.md"), markdown());
        Plots.draw(QuickCharts.of(races, partials, promises, writers), directory);
    }

    private String markdown() {
        var tables = new QuickTables()
                .title(machine)
                .results("", "floor", races)
                .results("Item by item: ", "atomic batch", partials);
        growth.forEach(
                (contender, results) -> tables.results("Growth, " + contender + ": ", "smallest table", results));
        return tables.results("Archivero's promises: ", "promise of nothing", promises)
                .cores(cores)
                .writers(writers)
                .text();
    }

    private String json() {
        return JsonObject.of(Map.<String, Object>of(
                        "machine", machine,
                        "races", json(races),
                        "partial", json(partials),
                        "growth", growthJson(),
                        "durability", json(promises),
                        "core", cores.stream().map(QuickReport::json).toList(),
                        "writers", writersJson()))
                .json();
    }

    private Map<String, Object> growthJson() {
        var json = new LinkedHashMap<String, Object>();
        growth.forEach((contender, results) -> json.put(contender, json(results)));
        return json;
    }

    private static List<Map<String, Object>> json(List<Result> results) {
        return results.stream().map(QuickReport::json).toList();
    }

    private static Map<String, Object> json(Result result) {
        var json = new LinkedHashMap<String, Object>();
        json.put("backend", result.place());
        json.put("workload", result.workload().label());
        json.put("size", result.size());
        json.put("base", result.base());
        json.put(
                "contenders",
                result.series().stream().map(series -> json(result, series)).toList());
        return json;
    }

    private static Map<String, Object> json(Result result, Series series) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", series.name());
        json.put("cannotTell", series.cannotTell());
        json.put(
                "micros",
                Arrays.stream(series.micros()).filter(Double::isFinite).boxed().toList());
        json.put("time", json(series.time()));
        json.put("ratio", json(result.ratio(series)));
        json.put("bytesPerItem", series.bytes());
        return json;
    }

    private static Map<String, Object> json(Spread spread) {
        var json = new LinkedHashMap<String, Object>();
        json.put("low", spread.low());
        json.put("median", spread.median());
        json.put("high", spread.high());
        return json;
    }

    private static Map<String, Object> json(CoreCost cost) {
        var json = new LinkedHashMap<String, Object>();
        json.put("workload", cost.workload().label());
        json.put("microsPerItem", cost.micros());
        json.put("bytesPerItem", cost.bytes());
        return json;
    }

    private List<Map<String, Object>> writersJson() {
        var entries = new ArrayList<Map<String, Object>>();
        writers.forEach((backend, rates) -> rates.forEach(rate -> {
            var json = new LinkedHashMap<String, Object>();
            json.put("backend", backend.label());
            json.put("threads", rate.threads());
            json.put("batchesPerSecond", rate.batchesPerSecond());
            json.put("toOne", rate.toOne());
            json.put("slowestMillis", rate.slowestMillis());
            json.put("failed", rate.failed());
            entries.add(json);
        }));
        return entries;
    }
}
