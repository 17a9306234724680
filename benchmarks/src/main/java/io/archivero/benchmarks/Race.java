package io.archivero.benchmarks;

import io.archivero.benchmarks.CardBook.Batch;
import io.archivero.benchmarks.Contender.Answers;
import io.archivero.benchmarks.Contender.Call;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Contenders that take turns at the same batches, in another order in each round, so that nobody always comes after the same
 * rival. What was created is removed outside the timing.
 *
 * <p>Those whose ratio is asked for to a few per cent take part in every round; the others in every {@value #EVERYBODY}th, which
 * is enough for who is far away. What the few change, the others never see.
 *
 * <p>A single card is too short to be timed well, so a turn stores {@value #SINGLES} of them, one call each.
 */
public final class Race {
    /** How many batches of one make a turn; the mixed workload comes out even. */
    private static final int SINGLES = 25;

    private static final int EVERYBODY = 4;
    private static final int FEWEST_WARM_UPS = 2;
    private static final int FEWEST_ROUNDS = 12;
    private static final int MOST_ROUNDS = 120;

    private final List<Contender> contenders;
    private final CardBook everybodys;
    private final CardBook favourites;
    private final Workload workload;
    private final int size;
    private final List<Integer> order;
    private final Random random = new Random(250);

    /** Prepares a race over tables that are as the book says. */
    public Race(List<Contender> contenders, CardBook book, Workload workload, int size) {
        this.contenders = List.copyOf(contenders);
        this.everybodys = book.forAll();
        this.favourites = book.forSome();
        this.workload = workload;
        this.size = size;
        this.order =
                new ArrayList<>(IntStream.range(0, contenders.size()).boxed().toList());
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
        warmUp(time.dividedBy(4));
        var tallies = tallies();
        rounds(FEWEST_ROUNDS, time.dividedBy(4).multipliedBy(3), round -> round(round, tallies));
        return IntStream.range(0, contenders.size())
                .mapToObj(who -> tallies.get(who)
                        .series(contenders.get(who).name(), contenders.get(who).cannotTell()))
                .toList();
    }

    /** Lets everybody run for a while, untimed. */
    void warmUp(Duration time) throws SQLException {
        var untold = tallies();
        rounds(FEWEST_WARM_UPS, time, round -> round(round * EVERYBODY, untold));
    }

    /** One turn of everybody. */
    @FunctionalInterface
    interface Round {
        /** Runs it; the numbers count up from 0. */
        void run(int number) throws SQLException;
    }

    /** Runs as many rounds as there is time for, and not fewer than that. */
    static void rounds(int fewest, Duration time, Round round) throws SQLException {
        long end = System.nanoTime() + time.toNanos();
        for (int number = 0; number < fewest || number < MOST_ROUNDS && System.nanoTime() < end; number++) {
            round.run(number);
        }
    }

    private void round(int number, List<Tally> tallies) throws SQLException {
        boolean everybody = number % EVERYBODY == 0;
        var batches = batches(everybody ? everybodys : favourites);
        Collections.shuffle(order, random);
        for (int who : order) {
            if (everybody || contenders.get(who).isFavourite()) {
                turn(contenders.get(who), batches, tallies.get(who));
            } else {
                tallies.get(who).sitOut();
            }
        }
    }

    private List<Tally> tallies() {
        return contenders.stream().map(contender -> new Tally()).toList();
    }

    /** Stores one turn's batches with every contender, and checks every answer and row. */
    public void check() throws SQLException {
        var batches = batches(everybodys);
        for (var contender : contenders) {
            for (var batch : batches) {
                Referee.check(contender, batch);
            }
        }
    }

    private List<Batch> batches(CardBook book) {
        return book.batches(workload, size == 1 ? SINGLES : 1, size);
    }

    private void turn(Contender contender, List<Batch> batches, Tally tally) throws SQLException {
        var calls = new ArrayList<Call>();
        for (var batch : batches) {
            calls.add(contender.prepare(batch.items()));
        }
        var answers = new ArrayList<Answers>(calls.size());
        tally.time(calls.size(), size, () -> {
            for (var call : calls) {
                answers.add(call.run());
            }
        });
        for (int i = 0; i < calls.size(); i++) {
            Referee.checkOutcomes(contender, batches.get(i), answers.get(i).list());
            contender.shelf().remove(batches.get(i).created());
        }
    }
}
