package io.archivero.benchmarks;

import io.archivero.benchmarks.peers.ArchiveroPeer;
import io.archivero.benchmarks.peers.Roster;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The quick form: a few minutes, in one JVM, everybody side by side. It prints one line per race, and writes JSON, a table and
 * plots. What counts are the ratios within a race; the times belong to the machine and the hour.
 */
public final class QuickBench {
    private static final List<Integer> THREADS = List.of(1, 2, 4, 8);
    private static final int BATCHES = 12;

    private final Options options;
    private final QuickReport report = new QuickReport();

    private QuickBench(Options options) {
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

    private void run() throws IOException, SQLException {
        for (var workload : List.of(Workload.CREATE, Workload.UPDATE, Workload.REPLAY)) {
            var cost = CoreCost.measure(workload);
            report.add(cost);
            print("CORE %s micros-per-item=%.1f bytes-per-item=%.0f", workload.label(), cost.micros(), cost.bytes());
        }
        for (var backend : options.backends()) {
            race(backend);
            partial(backend);
            writers(backend);
        }
        report.write(options.directory());
        print("The results are in %s", options.directory().toAbsolutePath());
    }

    private void race(Backend backend) throws SQLException {
        var contenders = new ArrayList<Contender>();
        try {
            var book = CardBook.ofNeighbours(options.rows());
            for (var name : options.contendersOn(backend)) {
                var contender = Roster.open(backend, name);
                contenders.add(contender);
                book.fill(contender.shelf());
            }
            new Race(contenders, book, Workload.MIXED, largest()).run(options.time()); // warms everybody up
            for (int size : options.sizes()) {
                for (var workload : Workload.values()) {
                    System.gc();
                    var series = new Race(contenders, book, workload, size).run(options.time());
                    var result = new Result(backend, workload, size, series);
                    report.add(result);
                    System.out.println(result.line());
                }
            }
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    private void partial(Backend backend) throws SQLException {
        try (var archivero = ArchiveroPeer.atomic(Place.empty(backend, Place.Batches.PLAIN))) {
            var book = CardBook.ofNeighbours(options.rows());
            book.fill(archivero.shelf());
            var race = new PartialRace(archivero, book);
            for (var workload : List.of(Workload.CREATE, Workload.UPDATE)) {
                var series = race.run(workload, largest(), options.time());
                report.addPartial(new Result(backend, workload, largest(), series));
                for (var partial : series.subList(1, series.size())) {
                    print(
                            "PARTIAL %s %s %d %s/atomic=%.2f",
                            backend.label(),
                            workload.label(),
                            largest(),
                            partial.name(),
                            partial.ratioTo(series.get(0)).median());
                }
            }
        }
    }

    private void writers(Backend backend) throws SQLException {
        try (var archivero = ArchiveroPeer.atomic(Place.empty(backend, Place.Batches.PLAIN))) {
            CardBook.ofNeighbours(options.rows()).fill(archivero.shelf());
            Writers.run(archivero, 1, BATCHES); // warms up
            double alone = 0;
            for (int threads : THREADS) {
                var writers = Writers.run(archivero, threads, BATCHES);
                report.add(backend, writers);
                alone = threads == 1 ? writers.batchesPerSecond() : alone;
                print(
                        "WRITERS %s threads=%d batches/s=%.0f to-one-thread=%.2f failed=%d",
                        backend.label(),
                        threads,
                        writers.batchesPerSecond(),
                        writers.batchesPerSecond() / alone,
                        writers.failed());
            }
        }
    }

    private int largest() {
        return options.sizes().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
