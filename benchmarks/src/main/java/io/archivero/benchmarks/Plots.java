package io.archivero.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws bar charts, each as PNG and as SVG. */
final class Plots {
    private static final int WIDTH = 1_400;
    private static final int HEIGHT = 700;
    private static final int DOTS_PER_INCH = 150;

    static {
        System.setProperty("java.awt.headless", "true");
    }

    private Plots() {}

    /** Draws, for each backend and size, the ratios to the floor: a group of bars per workload, a colour per contender. */
    static void ratios(List<Result> results, Path directory) throws IOException {
        var charts = new LinkedHashMap<String, List<Result>>();
        for (var result : results) {
            var name = "ratios-" + result.backend().label() + "-" + result.size();
            charts.computeIfAbsent(name, key -> new java.util.ArrayList<>()).add(result);
        }
        for (var chart : charts.entrySet()) {
            write(ratios(chart.getValue()), directory.resolve(chart.getKey()));
        }
    }

    private static CategoryChart ratios(List<Result> results) {
        var first = results.get(0);
        var chart = chart(
                "Batches of " + first.size() + " on " + first.backend().label()
                        + ": time as a multiple of hand-written JDBC",
                "multiple of the floor (logarithmic)");
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setYAxisMin(0.1); // a bar that begins at zero has no place on this axis
        var workloads =
                results.stream().map(result -> result.workload().label()).toList();
        for (int i = 0; i < first.series().size(); i++) {
            int contender = i;
            var ratios = results.stream()
                    .map(result -> result.ratio(result.series().get(contender)).median())
                    .toList();
            chart.addSeries(first.series().get(i).name(), workloads, ratios);
        }
        return chart;
    }

    /** Returns an empty chart. */
    static CategoryChart chart(String title, String yAxis) {
        var chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(yAxis)
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        return chart;
    }

    /** Writes a chart under a name without its ending. */
    static void write(CategoryChart chart, Path name) throws IOException {
        BitmapEncoder.saveBitmapWithDPI(chart, name.toString(), BitmapFormat.PNG, DOTS_PER_INCH);
        VectorGraphicsEncoder.saveVectorGraphic(chart, name.toString(), VectorGraphicsFormat.SVG);
    }
}
