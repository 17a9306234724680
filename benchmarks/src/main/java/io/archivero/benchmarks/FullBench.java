package io.archivero.benchmarks;

import io.archivero.benchmarks.jmh.BatchUpsertBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The full form: JMH, a new JVM for every figure, hours. It takes JMH's own options, such as a pattern of names and
 * {@code -p backend=postgres}, and writes JSON, a table and plots.
 */
public final class FullBench {
    private static final Path DIRECTORY = Path.of("target", "full-bench");

    private FullBench() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException, RunnerException, CommandLineOptionException {
        Files.createDirectories(DIRECTORY);
        var results = new Runner(options(new CommandLineOptions(args))).run();
        new FullReport(results).write(DIRECTORY);
        System.out.println("The results are in " + DIRECTORY.toAbsolutePath());
    }

    private static Options options(CommandLineOptions commandLine) {
        var options = new OptionsBuilder()
                .parent(commandLine)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Dorg.jboss.logging.provider=slf4j")
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(DIRECTORY.resolve("results.json").toString());
        return commandLine.getIncludes().isEmpty()
                ? options.include(BatchUpsertBenchmark.class.getPackageName()).build()
                : options.build();
    }
}
