package io.archivero.benchmarks;

import io.archivero.benchmarks.peers.ArchiveroPeer;
import io.archivero.benchmarks.peers.Roster;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The quick form: a few minutes, in one JVM, everybody side by side. It prints one line per race, and writes JSON, a table and
 * plots. What counts are the ratios within a race; the times belong to the machine and the hour.
 */
public final class QuickBench {
    private static final List<Integer> THREADS = List.of(1, 2, 4, 8);
    private static final int MOST_ROUNDS_OF_WRITERS = 3;

    private final Options options;
    private final QuickReport report = new QuickReport();

    QuickBench(Options options) {
        this.options = options;
    }

    /** Runs it; {@link Options#HELP} says what can be chosen. */
    public static void main(String[] args) throws IOException, SQLException {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.HELP);
            System.exit(2);
            return;
        }
        new QuickBench(options).run();
    }

    void run() throws IOException, SQLException {
        for (var workload : List.of(Workload.CREATE, Workload.UPDATE, Workload.REPLAY)) {
            var cost = CoreCost.measure(workload);
            report.core(cost);
            print(cost.line());
        }
        for (var backend : options.backends()) {
            onBackend(backend);
            growth(backend);
            report.write(options.directory()); // so that a run that is cut short leaves something
        }
        if (options.backends().stream().filter(Backend::isFile).count() > 1) {
            promises();
        }
        report.write(options.directory());
        print("The results are in " + options.directory().toAbsolutePath());
    }

    private void onBackend(Backend backend) throws SQLException {
        report.uses(backend);
        var contenders = new ArrayList<Contender>();
        try {
            for (var name : options.contendersOn(backend)) {
                contenders.add(Roster.open(backend, name));
            }
            var book = CardBook.ofNeighbours(options.rows());
            book.fill(contenders.stream().map(Contender::shelf).toList());
            for (var workload : Workload.values()) {
                new Race(contenders, book, workload, options.largest())
                        .warmUp(options.time().dividedBy(2));
            }
            for (int size : options.sizes()) {
                races(backend, contenders, book, size);
            }
            if (contenders.get(0) instanceof ArchiveroPeer archivero && backend != Backend.POSTGRES_1MS) {
                writers(archivero);
                partial(archivero, book);
            }
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    private void races(Backend backend, List<Contender> contenders, CardBook book, int size) throws SQLException {
        var time = size == options.largest() ? options.time() : options.time().dividedBy(2);
        for (var workload : Workload.values()) {
            System.gc();
            var series = new Race(contenders, book, workload, size).run(time);
            var result = new Result(backend.label(), workload, size, "floor", series);
            report.race(result);
            print(result.line());
            print(result.spreadLine());
            if (result.has("archivero-wire")) {
                print(result.line("WIRE", "archivero-wire", "floor"));
            }
        }
    }

    private void writers(ArchiveroPeer archivero) throws SQLException {
        int rounds = Math.toIntExact(Math.min(Math.max(1, options.time().toSeconds()), MOST_ROUNDS_OF_WRITERS));
        var rates = Writers.compare(archivero, THREADS, rounds);
        var backend = archivero.place().backend();
        report.writers(backend, rates);
        rates.forEach(rate -> print(rate.line(backend)));
    }

    private void partial(ArchiveroPeer archivero, CardBook book) throws SQLException {
        var race = new PartialRace(archivero, book);
        for (var workload : List.of(Workload.CREATE, Workload.UPDATE)) {
            var result = race.run(workload, options.largest(), options.time().dividedBy(2));
            report.partial(result);
            print(result.line("PARTIAL", "partial-0", "atomic"));
            print(result.line("PARTIAL", "partial-1", "partial-0"));
            print(result.line("PARTIAL", "partial-10", "partial-0"));
        }
    }

    private void growth(Backend backend) throws SQLException {
        if (options.growth().isEmpty()) {
            return;
        }
        var base = GrowthRace.name(options.growth().get(0));
        for (var contender : List.of("archivero", "floor")) {
            try (var race = new GrowthRace(backend, contender, options.growth())) {
                for (var workload : List.of(Workload.CREATE, Workload.UPDATE, Workload.REPLAY)) {
                    var result = race.run(workload, options.largest(), options.time());
                    report.growth(contender, result);
                    for (int rows : options.growth().subList(1, options.growth().size())) {
                        print(result.line("GROWTH " + contender, GrowthRace.name(rows), base));
                    }
                }
            }
        }
    }

    private void promises() throws SQLException {
        var results =
                Promises.race(options.rows(), options.largest(), options.time().dividedBy(2));
        for (var result : results) {
            report.promise(result);
            Stream.of("process-crash", "power-loss")
                    .forEach(promise -> print(result.line("DURABILITY", promise, "none")));
        }
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
