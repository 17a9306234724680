package io.archivero.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The report of the quick form")
class QuickReportTest {
    private static final double ABSENT = Double.NaN;
    private static final Result RESULT = new Result(
            "postgres",
            Workload.CREATE,
            250,
            "floor",
            List.of(
                    new Series("archivero", "", new double[] {110, 220, 330}, 3_000),
                    new Series("floor", "", new double[] {100, 200, 300}, 2_000),
                    new Series("seldom", "everything", new double[] {400, ABSENT, 600}, 4_000),
                    new Series("slower", "", new double[] {900, 900, 900}, 4_000)));

    @Test
    @DisplayName("says in one line how Archivero stands to the floor, and who comes next")
    void line() {
        assertEquals("RATIO postgres create 250 archivero/floor=1.10 best-peer=seldom 3.00", RESULT.line());
        assertEquals("SPREAD postgres create 250 archivero/floor=1.10..1.10 rounds=3", RESULT.spreadLine());
        assertEquals("WIRE postgres create 250 slower/archivero=4.09", RESULT.line("WIRE", "slower", "archivero"));
    }

    @Test
    @DisplayName("counts neither Archivero in another form nor the floor among the peers")
    void bestPeer() {
        var alone = new Result(
                "h2-memory",
                Workload.REPLAY,
                1,
                "floor",
                List.of(
                        new Series("archivero", "", new double[] {150}, 1),
                        new Series("archivero-wire", "", new double[] {50}, 1),
                        new Series("floor", "", new double[] {100}, 1)));
        assertEquals("RATIO h2-memory replay 1 archivero/floor=1.50", alone.line());
    }

    @Test
    @DisplayName("takes the median of the ratios round by round, and their quartiles, where both took part")
    void spread() {
        var spread = RESULT.ratio(RESULT.series().get(2));
        assertEquals(2.5, spread.low(), 1e-9);
        assertEquals(3, spread.median(), 1e-9);
        assertEquals(3.5, spread.high(), 1e-9);
        assertEquals(2, RESULT.series().get(2).rounds());
    }

    @Test
    @DisplayName("is written as JSON, as a table and as plots")
    void files(@TempDir Path directory) throws IOException {
        var report = new QuickReport();
        report.race(RESULT);
        report.partial(new Result(
                "postgres",
                Workload.CREATE,
                250,
                "atomic",
                List.of(
                        new Series("atomic", "", new double[] {100}, 1),
                        new Series("partial-0", "", new double[] {101}, 1))));
        report.core(new CoreCost(Workload.CREATE, 4.2, 4_000));
        report.writers(Backend.POSTGRES, List.of(new Writers.Rate(1, 80, 1, 12, 0)));
        report.write(directory);

        var json = JsonObject.parse(Files.readString(directory.resolve("results.json")));
        assertTrue(json.asMap().get("races") instanceof List<?> races && races.size() == 1);
        var table = Files.readString(directory.resolve("results.md"));
        assertTrue(table.contains("| seldom | 3.00 (2.50–3.50), 0.50 ms (4000) | everything |"), table);
        assertTrue(table.contains("| partial-0 | 1.01 (1.01–1.01), 0.10 ms (1) |"), table);
        assertTrue(table.contains("| create | 4.2 | 4000 |"), table);
        for (var plot : List.of("ratios-postgres-250", "partial-postgres-250", "writers")) {
            assertTrue(Files.size(directory.resolve(plot + ".png")) > 5_000, plot);
            assertTrue(Files.readString(directory.resolve(plot + ".svg")).contains("<svg"), plot);
        }
    }

    @Test
    @DisplayName("reads its options, and refuses others")
    void options() {
        var options = Options.parse("backends=h2-memory,postgres", "sizes=10", "seconds=2", "rows=100");
        assertEquals(List.of(Backend.H2_MEMORY, Backend.POSTGRES), options.backends());
        assertEquals(List.of(10), options.sizes());
        assertEquals(2, options.time().toSeconds());
        assertEquals(100, options.rows());
        assertThrows(IllegalArgumentException.class, () -> Options.parse("backends=oracle"));
        assertThrows(IllegalArgumentException.class, () -> Options.parse("sizes"));
    }

    @Test
    @DisplayName("names every backend so that its name can be given back")
    void backends() {
        for (var backend : Backend.values()) {
            assertEquals(backend, Backend.of(backend.label()));
            assertEquals(backend.label(), backend.label().toLowerCase(Locale.ROOT));
        }
    }
}
