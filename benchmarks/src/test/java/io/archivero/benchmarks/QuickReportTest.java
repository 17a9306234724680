package io.archivero.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The report of the quick form")
class QuickReportTest {
    private static final Result RESULT = new Result(
            Backend.POSTGRES,
            Workload.CREATE,
            250,
            List.of(
                    new Series("archivero", "", new double[] {110, 220, 330}),
                    new Series("floor", "", new double[] {100, 200, 300}),
                    new Series("slow", "everything", new double[] {400, 500, 600}),
                    new Series("slower", "", new double[] {900, 900, 900})));

    @Test
    @DisplayName("says in one line how Archivero stands to the floor, and who comes next")
    void line() {
        assertEquals("RATIO postgres create 250 archivero/floor=1.10 best-peer=slow 2.50", RESULT.line());
    }

    @Test
    @DisplayName("takes the median of the ratios round by round, and their quartiles")
    void spread() {
        var spread = RESULT.ratio(RESULT.series().get(2));
        assertEquals(2.25, spread.low(), 1e-9);
        assertEquals(2.5, spread.median(), 1e-9);
        assertEquals(3.25, spread.high(), 1e-9);
    }

    @Test
    @DisplayName("is written as JSON, as a table and as plots")
    void files(@TempDir Path directory) throws IOException {
        var report = new QuickReport();
        report.add(RESULT);
        report.addPartial(new Result(
                Backend.POSTGRES,
                Workload.CREATE,
                250,
                List.of(new Series("atomic", "", new double[] {100}), new Series("partial-0", "", new double[] {101
                }))));
        report.add(new CoreCost(Workload.CREATE, 4.2, 4_000));
        report.add(Backend.POSTGRES, new Writers.Rate(1, 80, 0));
        report.write(directory);

        var json = JsonObject.parse(Files.readString(directory.resolve("results.json")));
        assertTrue(json.asMap().containsKey("races"));
        var table = Files.readString(directory.resolve("results.md"));
        assertTrue(table.contains("| slow | 2.50 (2.25–3.25), 0.50 ms | everything |"), table);
        for (var plot : List.of("ratios-postgres-250", "writers")) {
            assertTrue(Files.size(directory.resolve(plot + ".png")) > 10_000, plot);
            assertTrue(Files.readString(directory.resolve(plot + ".svg")).contains("<svg"), plot);
        }
    }

    @Test
    @DisplayName("reads its options")
    void options() {
        var options = Options.parse("backends=h2-memory,postgres", "sizes=10", "seconds=2", "rows=100");
        assertEquals(List.of(Backend.H2_MEMORY, Backend.POSTGRES), options.backends());
        assertEquals(List.of(10), options.sizes());
        assertEquals(2, options.time().toSeconds());
        assertEquals(100, options.rows());
    }
}
