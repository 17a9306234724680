package io.archivero.benchmarks;

import io.archivero.benchmarks.peers.Roster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the quick form is to do.
 *
 * @param backends the databases
 * @param sizes how many cards a batch has
 * @param contenders who takes part, besides Archivero and the floor; empty for everybody where that is worth its time
 * @param rows how many cards are stored beforehand
 * @param growth how many cards are stored beforehand in the tables whose times are compared; empty for no such race
 * @param time how long each race takes, about
 * @param directory where the results go
 */
public record Options(
        List<Backend> backends,
        List<Integer> sizes,
        List<String> contenders,
        int rows,
        List<Integer> growth,
        Duration time,
        Path directory) {
    /** What can be said. */
    public static final String HELP = """
            Options, each as name=value:
              backends    of postgres, postgres-1ms, h2-memory, h2-file-power-loss, h2-file-process-crash,
                          h2-file-none                                        (all)
              sizes       how many cards a batch has                          (250,1)
              contenders  who takes part besides archivero and floor          (everybody; on postgres-1ms,
                          h2-file-process-crash and h2-file-none without the mappers and the loop)
              rows        how many cards are stored beforehand                (50000)
              growth      rows of tables to compare, such as 10000,1000000; takes minutes to fill  (none)
              seconds     how long each race takes; half of it below 250      (4)
              directory   where the results go                                (target/quick-bench)
            """;

    private static final Set<String> ALWAYS = Set.of("archivero", "floor");
    private static final Set<String> SLOW = Set.of(
            "jdbc-loop",
            "hibernate-upsert-multiple",
            "hibernate-get-multiple",
            "jpa-merge",
            "jooq-batch",
            "jooq-values",
            "nitrite");

    private static final Set<String> NAMES =
            Set.of("backends", "sizes", "contenders", "rows", "growth", "seconds", "directory");

    /** What holds where nothing is said; no contenders stand for everybody, and no growth for none. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "backends", Stream.of(Backend.values()).map(Backend::label).collect(Collectors.joining(",")),
            "sizes", "250,1",
            "rows", "50000",
            "seconds", "4",
            "directory", Path.of("target", "quick-bench").toString());

    /** Copies the lists. */
    public Options {
        backends = List.copyOf(backends);
        sizes = List.copyOf(sizes);
        contenders = List.copyOf(contenders);
        growth = List.copyOf(growth);
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if it says something else
     */
    public static Options parse(String... arguments) {
        var said = new HashMap<>(DEFAULTS);
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("expected name=value, not " + argument);
            }
            if (!NAMES.contains(parts[0])) {
                throw new IllegalArgumentException("no option is called " + parts[0]);
            }
            said.put(parts[0], parts[1]);
        }
        return new Options(
                list(said, "backends", Backend::of),
                list(said, "sizes", Integer::valueOf),
                list(said, "contenders", name -> name),
                Integer.parseInt(said.getOrDefault("rows", "")),
                list(said, "growth", Integer::valueOf),
                Duration.ofSeconds(Integer.parseInt(said.getOrDefault("seconds", ""))),
                Path.of(said.getOrDefault("directory", "")));
    }

    private static <T> List<T> list(Map<String, String> said, String name, Function<String, T> reader) {
        var value = said.get(name);
        return value == null
                ? List.of()
                : Stream.of(value.split(",")).map(reader).toList();
    }

    /** Returns the largest size. */
    int largest() {
        return sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** Returns who takes part on a backend, Archivero first. */
    List<String> contendersOn(Backend backend) {
        return Roster.names(backend).stream()
                .filter(name -> ALWAYS.contains(name)
                        || (contenders.isEmpty() ? isWorthwhile(name, backend) : contenders.contains(name)))
                .toList();
    }

    /** The slowest would take most of the time, to be as slow as on the backend of which this is a variant. */
    private static boolean isWorthwhile(String name, Backend backend) {
        return !backend.isVariant() || !SLOW.contains(name);
    }
}
