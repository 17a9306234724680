package io.archivero.benchmarks;

import io.archivero.JsonObject;
import io.archivero.benchmarks.Plots.Bars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What JMH measured, as a table and as plots; JMH writes the JSON itself. */
final class FullReport {
    private final List<Figure> figures;

    private FullReport(List<Figure> figures) {
        this.figures = figures;
    }

    /** Reads all that JMH has left in a directory, in the order of the names of the files. */
    static FullReport of(Path directory) throws IOException {
        var figures = new ArrayList<Figure>();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                // An array is no JSON object.
                var runs = JsonObject.parse("{\"runs\":" + Files.readString(file) + "}");
                if (runs.asMap().get("runs") instanceof List<?> list) {
                    list.forEach(run -> figures.add(Figure.of((Map<?, ?>) run)));
                }
            }
        }
        return new FullReport(figures);
    }

    /** Writes {@code results.md} and the plots. */
    void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("results.md"), markdown());
        Plots.draw(charts(), directory);
    }

    private String markdown() {
        var text = new StringBuilder("# Full benchmark\n\n");
        Machine.describe()
                .forEach((name, value) -> text.append("- ")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        text.append("""

                Bytes are what the calling thread allocated in the call, the database included where it runs inside the process; for the
                core they are what `-prof gc` says. Operations per second are those of one thread, but for the writers.
                """);
        figures.stream()
                .collect(Collectors.groupingBy(Figure::benchmark, LinkedHashMap::new, Collectors.toList()))
                .forEach((benchmark, some) -> table(text, benchmark, some));
        return text.toString();
    }

    private void table(StringBuilder text, String benchmark, List<Figure> some) {
        text.append("\n## ").append(benchmark).append("""


                | parameters | contender | ops/s | mean | ± | p50 | p90 | p99 | unit | bytes/op | p50 to floor |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (var figure : some) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.0f | %.1f | %.1f | %.1f | %.1f | %.1f | %s | %s | %s |%n",
                    figure.parametersText(),
                    figure.contender(),
                    figure.perSecond(),
                    figure.mean(),
                    figure.error(),
                    figure.percentile("50.0"),
                    figure.percentile("90.0"),
                    figure.percentile("99.0"),
                    figure.unit(),
                    figure.bytes(),
                    toFloor(figure)));
        }
    }

    private String toFloor(Figure figure) {
        return figures.stream()
                .filter(other -> other.contender().equals("floor") && other.isLike(figure))
                .findFirst()
                .map(floor -> String.format(Locale.ROOT, "%.2f", figure.percentile("50.0") / floor.percentile("50.0")))
                .orElse("");
    }

    /** A chart per benchmark and backend: the medians, a group of bars per set of parameters and a colour per contender. */
    private Map<String, Bars> charts() {
        var charts = new LinkedHashMap<String, Bars>();
        figures.stream()
                .collect(Collectors.groupingBy(Figure::chart, LinkedHashMap::new, Collectors.toList()))
                .forEach((chart, some) -> charts.put(chart, chart(chart, some)));
        return charts;
    }

    private static Bars chart(String title, List<Figure> some) {
        var groups = some.stream().map(Figure::groupText).distinct().toList();
        var bars = new LinkedHashMap<String, List<Double>>();
        for (var contender : some.stream().map(Figure::contender).distinct().toList()) {
            bars.put(
                    contender,
                    groups.stream()
                            .map(group -> some.stream()
                                    .filter(figure -> figure.contender().equals(contender))
                                    .filter(figure -> figure.groupText().equals(group))
                                    .mapToDouble(figure -> figure.percentile("50.0"))
                                    .findFirst()
                                    .orElse(Double.NaN))
                            .toList());
        }
        return new Bars(title, some.get(0).unit() + ", median", true, groups, bars);
    }
}
