package io.archivero.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The quick form")
class QuickBenchTest {
    @Test
    @DisplayName("runs every race, and writes them all down")
    void runs(@TempDir Path directory) throws IOException, SQLException {
        new QuickBench(Options.parse(
                        "backends=h2-memory",
                        "contenders=jdbc-loop,archivero-wire",
                        "sizes=20,1",
                        "rows=200",
                        "growth=100,300",
                        "seconds=0",
                        "directory=" + directory))
                .run();

        var json = JsonObject.parse(Files.readString(directory.resolve("results.json")))
                .asMap();
        assertEquals(8, sizeOf(json.get("races")));
        assertEquals(2, sizeOf(json.get("partial")));
        var growth = (Map<?, ?>) Objects.requireNonNull(json.get("growth"));
        assertEquals(3, sizeOf(growth.get("archivero")));
        assertEquals(3, sizeOf(growth.get("floor")));
        assertEquals(3, sizeOf(json.get("core")));
        assertEquals(4, sizeOf(json.get("writers")));
        assertTrue(Files.exists(directory.resolve("ratios-h2-memory-20.svg")));
    }

    @Test
    @DisplayName("puts the promises of H2's files side by side")
    void promises() throws SQLException {
        var results = Promises.race(60, 20, java.time.Duration.ZERO);
        assertEquals(
                List.of("power-loss", "process-crash", "none"),
                results.get(0).series().stream().map(Series::name).toList());
        assertEquals(Workload.values().length, results.size());
        assertEquals(1, results.get(0).ratio("none", "none").median());
    }

    private static int sizeOf(Object json) {
        return ((List<?>) json).size();
    }
}
