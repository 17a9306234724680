package io.archivero.examples.soak;

import io.archivero.testkit.history.Anomaly;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that can go wrong, all together, for a set time: rivals on both databases, calls of JDBC that fail, threads that are
 * interrupted, wires that are cut, processes that are killed. It ends in a table, and fails if what must be zero is not.
 */
final class Soak {
    private static final int SECONDS_OF_A_ROUND = 60;
    private static final int MOST_SHOWN = 20;

    private final PrintStream out;
    private final SoakTable table = new SoakTable();

    Soak(PrintStream out) {
        this.out = out;
    }

    /** Takes the seconds, and the number that the first round has, from which its lots are drawn: 1 by default. */
    public static void main(String[] arguments) throws Exception {
        var soak = new Soak(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        int first = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        long forbidden = soak.run(Integer.parseInt(arguments[0]), first);
        System.exit(forbidden == 0 ? 0 : 1); // the pools and the server's threads need not be waited for
    }

    /** Soaks for so many seconds, and returns how much of what must not happen has happened. */
    long run(int seconds, int firstRound) throws Exception {
        var directory = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "soak");
        try {
            var stages = List.of(new H2Stage(directory), new PostgresStage(), new CrashStage(directory));
            int rounds = Math.max(1, seconds / SECONDS_OF_A_ROUND);
            long nanos = 1_000_000_000L * seconds / rounds / stages.size();
            for (int round = firstRound; round < firstRound + rounds; round++) {
                for (var stage : stages) {
                    run(stage, round, nanos);
                }
            }
        } finally {
            delete(directory);
        }
        out.print(table.markdown());
        return table.forbidden();
    }

    private void run(Stage stage, int round, long nanos) throws Exception {
        var tally = table.column(stage);
        var anomalies = stage.run(round, nanos, tally);
        SoakTable.count(tally, anomalies);
        if (!anomalies.isEmpty() || tally.firstUndocumented() != null) {
            out.println(stage.name() + ", round " + round + ": " + anomalies.size() + " anomalies");
            anomalies.stream().limit(MOST_SHOWN).map(Anomaly::toString).forEach(out::println);
            if (tally.firstUndocumented() != null) {
                tally.firstUndocumented().printStackTrace(out);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
