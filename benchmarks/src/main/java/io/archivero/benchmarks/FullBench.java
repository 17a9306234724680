package io.archivero.benchmarks;

import io.archivero.benchmarks.jmh.BatchUpsertBenchmark;
import io.archivero.benchmarks.jmh.CallAllocation;
import io.archivero.benchmarks.jmh.CoreBenchmark;
import io.archivero.benchmarks.jmh.GrowthBenchmark;
import io.archivero.benchmarks.jmh.PartialBenchmark;
import io.archivero.benchmarks.jmh.ReadBenchmark;
import io.archivero.benchmarks.jmh.WritersBenchmark;
import io.archivero.benchmarks.peers.Roster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The full form: JMH, a new JVM for every figure, hours. Without arguments it runs everything, pass by pass; with JMH's own
 * options, such as a pattern of names and {@code -p backend=postgres}, it runs that alone. Each pass leaves JMH's JSON, and the
 * table and the plots are made of all the JSON that is there.
 */
public final class FullBench {
    private static final Path DIRECTORY = Path.of("target", "full-bench");
    private static final String LARGEST = "250";

    private FullBench() {}

    /** Something that JMH runs in one go. */
    private record Pass(String name, ChainedOptionsBuilder options) {}

    /** Runs it. */
    public static void main(String[] args) throws IOException, RunnerException, CommandLineOptionException {
        Files.createDirectories(DIRECTORY);
        var passes = args.length == 0 ? everything() : List.of(alone(new CommandLineOptions(args)));
        for (var pass : passes) {
            run(pass, DIRECTORY);
            FullReport.of(DIRECTORY).write(DIRECTORY);
        }
        System.out.println("The results are in " + DIRECTORY.toAbsolutePath());
    }

    private static void run(Pass pass, Path directory) throws RunnerException {
        var options = pass.options()
                .addProfiler(GCProfiler.class)
                .addProfiler(CallAllocation.class)
                .jvmArgsAppend("-Dorg.jboss.logging.provider=slf4j")
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(directory.resolve(pass.name() + ".json").toString());
        new Runner(options.build()).run();
    }

    private static Pass alone(CommandLineOptions commandLine) {
        var options = new OptionsBuilder().parent(commandLine);
        if (commandLine.getIncludes().isEmpty()) {
            options.include(BatchUpsertBenchmark.class.getPackageName());
        }
        return new Pass("run-" + Instant.now().getEpochSecond(), options);
    }

    private static List<Pass> everything() {
        var passes = new ArrayList<Pass>();
        for (var benchmark : List.of(
                CoreBenchmark.class,
                BatchUpsertBenchmark.class,
                PartialBenchmark.class,
                ReadBenchmark.class,
                WritersBenchmark.class,
                GrowthBenchmark.class)) {
            passes.add(new Pass(benchmark.getSimpleName(), including(benchmark)));
        }
        for (var backend : Backend.values()) {
            var peers = Roster.names(backend).stream()
                    .filter(name -> !name.equals("archivero") && !name.equals("floor")) // have had their turn
                    .toArray(String[]::new);
            passes.add(new Pass(
                    "peers-" + backend.label(),
                    including(BatchUpsertBenchmark.class)
                            .param("backend", backend.label())
                            .param("size", LARGEST)
                            .param("contender", peers)));
        }
        return passes;
    }

    private static ChainedOptionsBuilder including(Class<?> benchmark) {
        return new OptionsBuilder().include(benchmark.getName() + "\\.");
    }
}
