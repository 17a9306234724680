package io.archivero.benchmarks;

import io.archivero.BatchUpsertResult;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.benchmarks.peers.ArchiveroPeer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What item-by-item semantics cost: a clean atomic batch, then partial batches of which a CHECK constraint of the host's refuses
 * 0, 1 and 10 rows. All take turns on one table.
 */
public final class PartialRace {
    /** How many rows are refused in the partial batches. */
    private static final List<Integer> REFUSED = List.of(0, 1, 10);

    private static final int FEWEST_WARM_UPS = 2;
    private static final int FEWEST_ROUNDS = 9;

    private final ArchiveroPeer archivero;
    private final CardBook book;
    private final List<Variant> variants;

    private record Variant(boolean atomic, int refused) {
        String name() {
            return atomic ? "atomic" : "partial-" + refused;
        }
    }

    /** Adds the constraint to a table that is as the book says. */
    public PartialRace(ArchiveroPeer archivero, CardBook book) throws SQLException {
        this.archivero = archivero;
        this.book = book;
        this.variants = Stream.concat(
                        Stream.of(new Variant(true, 0)), REFUSED.stream().map(refused -> new Variant(false, refused)))
                .toList();
        Refusals.addTo(archivero.place());
    }

    /** Runs it; the first series, the base, is the atomic batch. */
    public Result run(Workload workload, int size, Duration time) throws SQLException {
        archivero.shelf().tidy();
        timed(FEWEST_WARM_UPS, time.dividedBy(4), workload, size);
        var tallies = timed(FEWEST_ROUNDS, time.dividedBy(4).multipliedBy(3), workload, size);
        var series = IntStream.range(0, variants.size())
                .mapToObj(i -> tallies.get(i).series(variants.get(i).name(), ""))
                .toList();
        return new Result(archivero.place().backend().label(), workload, size, "atomic", series);
    }

    private List<Tally> timed(int fewest, Duration time, Workload workload, int size) throws SQLException {
        var tallies = variants.stream().map(variant -> new Tally()).toList();
        Race.rounds(fewest, time, round -> {
            for (int turn = 0; turn < variants.size(); turn++) {
                int which = (round + turn) % variants.size();
                turn(variants.get(which), workload, size, tallies.get(which));
            }
        });
        return tallies;
    }

    private void turn(Variant variant, Workload workload, int size, Tally tally) throws SQLException {
        var batch = book.batches(workload, 1, size).get(0);
        var items = Refusals.among(batch.items(), variant.refused());
        var results = new ArrayList<BatchUpsertResult>();
        tally.time(
                1,
                size,
                () -> results.add(
                        archivero.repository().batchUpsertByExternalId(Environment.TEST, items, variant.atomic())));
        int refused = results.get(0).counts().getOrDefault(ItemOutcome.REFUSED, 0);
        if (refused != variant.refused()) {
            throw new IllegalStateException(variant.refused() + " rows were to be refused, and " + refused + " were");
        }
        archivero.shelf().remove(batch.created());
    }
}
