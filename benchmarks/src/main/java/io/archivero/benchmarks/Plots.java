package io.archivero.benchmarks;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws bar charts, each as PNG and as SVG. */
final class Plots {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 500;
    /** Where the bars of a logarithmic axis begin, unless one is shorter still. */
    private static final double LOWEST = 0.5;

    private static final Color ARCHIVERO = new Color(200, 30, 30);
    private static final Color FLOOR = new Color(40, 40, 40);

    static {
        System.setProperty("java.awt.headless", "true");
    }

    private Plots() {}

    /**
     * Bars in groups.
     *
     * @param title what is drawn
     * @param unit what the axis counts
     * @param logarithmic whether the axis is
     * @param groups the labels of the groups
     * @param bars by name, one value per group
     */
    record Bars(String title, String unit, boolean logarithmic, List<String> groups, Map<String, List<Double>> bars) {}

    /** Draws charts, each under its name. */
    static void draw(Map<String, Bars> charts, Path directory) throws IOException {
        for (var chart : charts.entrySet()) {
            var drawn = chart(chart.getValue());
            var name = directory.resolve(chart.getKey()).toString();
            BitmapEncoder.saveBitmap(drawn, name, BitmapFormat.PNG);
            VectorGraphicsEncoder.saveVectorGraphic(drawn, name, VectorGraphicsFormat.SVG);
        }
    }

    private static CategoryChart chart(Bars data) {
        var chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(data.title())
                .yAxisTitle(data.unit())
                .build();
        var styler = chart.getStyler();
        styler.setLegendPosition(LegendPosition.OutsideE);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotGridVerticalLinesVisible(false);
        if (data.logarithmic()) {
            styler.setYAxisLogarithmic(true);
            styler.setYAxisMin(data.bars().values().stream()
                    .flatMap(List::stream)
                    .filter(Double::isFinite)
                    .mapToDouble(value -> value / 2)
                    .reduce(LOWEST, Math::min));
        }
        styler.setSeriesColors(colors(List.copyOf(data.bars().keySet())));
        data.bars().forEach((name, values) -> chart.addSeries(name, data.groups(), values));
        return chart;
    }

    /** Archivero stands out, the floor is dark, and the others go around the colour wheel. */
    private static Color[] colors(List<String> names) {
        var colors = new Color[names.size()];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = switch (names.get(i)) {
                case "archivero" -> ARCHIVERO;
                case "floor" -> FLOOR;
                default -> Color.getHSBColor(0.1f + 0.8f * i / colors.length, i % 2 == 0 ? 0.35f : 0.6f, 0.85f);
            };
        }
        return colors;
    }
}
