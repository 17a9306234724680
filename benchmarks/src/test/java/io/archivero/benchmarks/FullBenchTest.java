package io.archivero.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.benchmarks.jmh.BatchUpsertBenchmark;
import io.archivero.benchmarks.jmh.CallAllocation;
import io.archivero.benchmarks.jmh.CoreBenchmark;
import io.archivero.benchmarks.jmh.GrowthBenchmark;
import io.archivero.benchmarks.jmh.PartialBenchmark;
import io.archivero.benchmarks.jmh.ReadBenchmark;
import io.archivero.benchmarks.jmh.WritersBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

@DisplayName("The full form")
class FullBenchTest {
    private static final List<Class<?>> BENCHMARKS = List.of(
            BatchUpsertBenchmark.class,
            CoreBenchmark.class,
            GrowthBenchmark.class,
            PartialBenchmark.class,
            ReadBenchmark.class,
            WritersBenchmark.class);

    @Test
    @DisplayName("runs every benchmark, and writes a table and plots")
    void runs(@TempDir Path directory) throws RunnerException, IOException {
        var options = new OptionsBuilder()
                .forks(0) // in this JVM: nobody looks at the figures
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(20))
                .param("backend", "h2-memory")
                .param("workload", "update")
                .param("mode", "atomic", "partial-1")
                .param("threads", "2")
                .param("rows", "300")
                .param("size", "20")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .addProfiler(CallAllocation.class)
                .resultFormat(ResultFormatType.JSON)
                .result(directory.resolve("all.json").toString());
        BENCHMARKS.forEach(benchmark -> options.include(benchmark.getName() + "\\."));
        var results = new Runner(options.build()).run();
        FullReport.of(directory).write(directory);

        var table = Files.readString(directory.resolve("results.md"));
        for (var benchmark : BENCHMARKS) {
            assertTrue(table.contains("## " + benchmark.getSimpleName() + "."), benchmark.getSimpleName());
        }
        assertTrue(table.contains("| backend=h2-memory rows=300 size=20 workload=update | archivero | "), table);
        assertTrue(Files.size(directory.resolve("BatchUpsertBenchmark.upsert-h2-memory.png")) > 5_000);
        assertEquals(16, results.size());
    }
}
