package io.archivero.benchmarks;

import io.archivero.benchmarks.CardBook.Batch;
import io.archivero.benchmarks.Contender.Answers;
import io.archivero.benchmarks.Contender.Call;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Contenders that take turns at the same batches: A B C, then B C A, and so on. What was created is removed outside the timing.
 *
 * <p>A single card is too short to be timed well, so a turn stores {@value #SINGLES} of them, one call each.
 */
public final class Race {
    /** How many batches of one make a turn; the mixed workload comes out even. */
    private static final int SINGLES = 25;

    private static final int FEWEST_ROUNDS = 9;
    private static final int MOST_ROUNDS = 60;

    private final List<Contender> contenders;
    private final CardBook book;
    private final Workload workload;
    private final int size;

    /** Prepares a race over tables that are as the book says. */
    public Race(List<Contender> contenders, CardBook book, Workload workload, int size) {
        this.contenders = List.copyOf(contenders);
        this.book = book;
        this.workload = workload;
        this.size = size;
    }

    /**
     * Runs it: clears up, checks every contender against its table, warms up for a quarter of the time, and spends the rest on
     * rounds that are timed.
     */
    public List<Series> run(Duration time) throws SQLException {
        for (var contender : contenders) {
            contender.shelf().tidy();
        }
        check();
        rounds(FEWEST_ROUNDS, time.dividedBy(4));
        return series(rounds(FEWEST_ROUNDS, time.dividedBy(4).multipliedBy(3)));
    }

    /** Returns one array of times per round, as many rounds as there is time for. */
    private List<double[]> rounds(int fewest, Duration time) throws SQLException {
        var rounds = new ArrayList<double[]>();
        long end = System.nanoTime() + time.toNanos();
        while (rounds.size() < fewest || rounds.size() < MOST_ROUNDS && System.nanoTime() < end) {
            rounds.add(round(rounds.size()));
        }
        return rounds;
    }

    private double[] round(int first) throws SQLException {
        var batches = batches();
        var micros = new double[contenders.size()];
        for (int turn = 0; turn < micros.length; turn++) {
            int who = (first + turn) % micros.length;
            micros[who] = turn(contenders.get(who), batches);
        }
        return micros;
    }

    private List<Series> series(List<double[]> rounds) {
        return IntStream.range(0, contenders.size())
                .mapToObj(who -> new Series(
                        contenders.get(who).name(),
                        contenders.get(who).cannotTell(),
                        rounds.stream().mapToDouble(micros -> micros[who]).toArray()))
                .toList();
    }

    /** Stores one turn's batches with every contender, and checks every answer and row. */
    public void check() throws SQLException {
        var batches = batches();
        for (var contender : contenders) {
            for (var batch : batches) {
                Referee.check(contender, batch);
            }
        }
    }

    private List<Batch> batches() {
        return book.batches(workload, size == 1 ? SINGLES : 1, size);
    }

    /** Returns the microseconds per batch. */
    private static double turn(Contender contender, List<Batch> batches) throws SQLException {
        var calls = new ArrayList<Call>();
        for (var batch : batches) {
            calls.add(contender.prepare(batch.items()));
        }
        var answers = new ArrayList<Answers>(calls.size());
        long begin = System.nanoTime();
        for (var call : calls) {
            answers.add(call.run());
        }
        long nanos = System.nanoTime() - begin;
        for (int i = 0; i < calls.size(); i++) {
            Referee.checkOutcomes(contender, batches.get(i), answers.get(i).list());
            contender.shelf().remove(batches.get(i).created());
        }
        return nanos / 1_000.0 / calls.size();
    }
}
