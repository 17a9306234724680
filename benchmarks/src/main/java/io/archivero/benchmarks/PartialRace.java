package io.archivero.benchmarks;

import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.benchmarks.peers.ArchiveroPeer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What item-by-item semantics cost: a clean atomic batch, then partial batches of which a CHECK constraint of the host's refuses
 * 0, 1 and 10 rows. All take turns on one table.
 */
public final class PartialRace {
    /** How many rows are refused, in the order of the series after the first, which is the atomic batch. */
    public static final List<Integer> REFUSED = List.of(0, 1, 10);

    private static final String REFUSED_FILENAME = "refused.jpg";
    private static final int FEWEST_ROUNDS = 9;
    private static final int MOST_ROUNDS = 60;

    private final ArchiveroPeer archivero;
    private final CardBook book;

    /** Adds the constraint to a table that is as the book says. */
    public PartialRace(ArchiveroPeer archivero, CardBook book) throws SQLException {
        this.archivero = archivero;
        this.book = book;
        archivero
                .place()
                .execute("alter table archivero_documents add constraint refuses check (filename <> '"
                        + REFUSED_FILENAME + "')");
    }

    /** Runs it; the first series is the atomic batch. */
    public List<Series> run(Workload workload, int size, Duration time) throws SQLException {
        rounds(workload, size, time.dividedBy(4));
        var rounds = rounds(workload, size, time.dividedBy(4).multipliedBy(3));
        var series = new ArrayList<Series>();
        for (int i = 0; i <= REFUSED.size(); i++) {
            int variant = i;
            var micros = rounds.stream().mapToDouble(round -> round[variant]).toArray();
            series.add(new Series(i == 0 ? "atomic" : "partial-" + REFUSED.get(i - 1), "", micros));
        }
        return series;
    }

    private List<double[]> rounds(Workload workload, int size, Duration time) throws SQLException {
        var rounds = new ArrayList<double[]>();
        long end = System.nanoTime() + time.toNanos();
        while (rounds.size() < FEWEST_ROUNDS || rounds.size() < MOST_ROUNDS && System.nanoTime() < end) {
            var micros = new double[1 + REFUSED.size()];
            for (int i = 0; i < micros.length; i++) {
                int variant = (i + rounds.size()) % micros.length;
                micros[variant] = turn(workload, size, variant == 0, variant == 0 ? 0 : REFUSED.get(variant - 1));
            }
            rounds.add(micros);
        }
        return rounds;
    }

    private double turn(Workload workload, int size, boolean atomic, int refused) throws SQLException {
        var batch = book.batches(workload, 1, size).get(0);
        var items = withRefused(batch.items(), refused);
        long begin = System.nanoTime();
        var result = archivero.repository().batchUpsertByExternalId(Environment.TEST, items, atomic);
        long nanos = System.nanoTime() - begin;
        long found = result.items().stream()
                .filter(item -> item.outcome() == ItemOutcome.REFUSED)
                .count();
        if (found != refused) {
            throw new IllegalStateException(refused + " rows were to be refused, and " + found + " were");
        }
        archivero.shelf().remove(batch.created());
        return nanos / 1_000.0;
    }

    /** Spreads rows that the constraint refuses evenly over a batch. */
    static List<DocumentUpsert> withRefused(List<DocumentUpsert> items, int refused) {
        var changed = new ArrayList<>(items);
        for (int i = 0; i < refused; i++) {
            int position = (2 * i + 1) * items.size() / (2 * refused);
            changed.set(
                    position,
                    items.get(position).toBuilder().filename(REFUSED_FILENAME).build());
        }
        return changed;
    }
}
