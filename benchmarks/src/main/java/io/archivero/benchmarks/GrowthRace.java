package io.archivero.benchmarks;

import io.archivero.benchmarks.CardBook.Batch;
import io.archivero.benchmarks.Contender.Answers;
import io.archivero.benchmarks.peers.Roster;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the time of a batch grows with its table: one contender over tables of several sizes, which take turns at batches of their
 * own.
 */
final class GrowthRace implements AutoCloseable {
    private static final int FEWEST_WARM_UPS = 2;
    private static final int FEWEST_ROUNDS = 12;

    private final Backend backend;
    private final List<Integer> rows;
    private final List<Contender> contenders = new ArrayList<>();
    private final List<CardBook> books = new ArrayList<>();

    /** Makes and fills a table of each size. */
    GrowthRace(Backend backend, String contender, List<Integer> rows) throws SQLException {
        this.backend = backend;
        this.rows = rows;
        try {
            for (int count : rows) {
                contenders.add(Roster.open(backend, contender));
                books.add(CardBook.ofNeighbours(count));
                books.get(books.size() - 1)
                        .fill(contenders.get(contenders.size() - 1).shelf());
            }
        } catch (Throwable failure) {
            close();
            throw failure;
        }
    }

    /** Returns what a series is called. */
    static String name(int rows) {
        return rows + "-rows";
    }

    /** Runs it; the base is the first size. */
    Result run(Workload workload, int size, Duration time) throws SQLException {
        for (var contender : contenders) {
            contender.shelf().tidy();
        }
        timed(FEWEST_WARM_UPS, time.dividedBy(4), workload, size);
        var tallies = timed(FEWEST_ROUNDS, time.dividedBy(4).multipliedBy(3), workload, size);
        var series = IntStream.range(0, rows.size())
                .mapToObj(i -> tallies.get(i).series(name(rows.get(i)), ""))
                .toList();
        return new Result(backend.label(), workload, size, name(rows.get(0)), series);
    }

    private List<Tally> timed(int fewest, Duration time, Workload workload, int size) throws SQLException {
        var tallies = rows.stream().map(count -> new Tally()).toList();
        Race.rounds(fewest, time, round -> {
            for (int turn = 0; turn < rows.size(); turn++) {
                int which = (round + turn) % rows.size();
                turn(
                        contenders.get(which),
                        books.get(which).batches(workload, 1, size).get(0),
                        tallies.get(which));
            }
        });
        return tallies;
    }

    private static void turn(Contender contender, Batch batch, Tally tally) throws SQLException {
        var call = contender.prepare(batch.items());
        var answers = new ArrayList<Answers>(1);
        tally.time(1, batch.items().size(), () -> answers.add(call.run()));
        Referee.checkOutcomes(contender, batch, answers.get(0).list());
        contender.shelf().remove(batch.created());
    }

    @Override
    public void close() {
        contenders.forEach(Contender::close);
    }
}
