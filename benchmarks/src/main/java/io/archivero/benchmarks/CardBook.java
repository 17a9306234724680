package io.archivero.benchmarks;

import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Knows which cards are stored, in which edition, and makes batches from that. Every contender gets the same batches in the same
 * order, so one book keeps account of all of them.
 *
 * <p>Cards of a batch that are stored already come from one stretch of the table, in random order: from neighbours, as a sync
 * delivers them, or from anywhere.
 */
public final class CardBook {
    /** How many cards are filled in at a time. */
    private static final int CHUNK = 1_000;

    private final int[] editions;
    private final int first;
    private final int end;
    private final boolean scattered;
    private final Random random = new Random(4_717);
    private int nextNew;

    private CardBook(int[] editions, int first, int end, boolean scattered) {
        this.editions = editions;
        this.first = first;
        this.end = end;
        this.scattered = scattered;
        this.nextNew = editions.length;
    }

    /** Returns a book of so many stored cards, whose batches ask for neighbours. */
    public static CardBook ofNeighbours(int rows) {
        return new CardBook(firstEditions(rows), 0, rows, false);
    }

    /** Returns a book of so many stored cards, whose batches ask for cards from anywhere. */
    public static CardBook ofScattered(int rows) {
        return new CardBook(firstEditions(rows), 0, rows, true);
    }

    private static int[] firstEditions(int rows) {
        var editions = new int[rows];
        Arrays.fill(editions, 1);
        return editions;
    }

    /** Returns this book for batches that everybody gets: they ask for the first half of the cards. */
    CardBook forAll() {
        return new CardBook(editions, first, (first + end) / 2, scattered);
    }

    /** Returns this book for batches that only some get: they ask for the other half. */
    CardBook forSome() {
        return new CardBook(editions, (first + end) / 2, end, scattered);
    }

    /** Puts on a shelf what the book says is stored; it must be empty. */
    public void fill(Shelf shelf) {
        fill(List.of(shelf));
    }

    /** Does the same to many shelves, several at a time. */
    public void fill(List<Shelf> shelves) {
        for (int first = 0; first < editions.length; first += CHUNK) {
            var cards = cards(first, Math.min(first + CHUNK, editions.length));
            shelves.parallelStream().forEach(shelf -> fill(shelf, cards));
        }
    }

    private static void fill(Shelf shelf, List<DocumentUpsert> cards) {
        try {
            shelf.fill(cards);
        } catch (SQLException e) {
            throw new IllegalStateException("a table cannot be filled", e);
        }
    }

    /** Returns all stored cards. */
    public List<DocumentUpsert> cards() {
        return cards(0, editions.length);
    }

    /** Returns stored cards by their numbers, from the first to before the other. */
    private List<DocumentUpsert> cards(int first, int end) {
        return IntStream.range(first, end)
                .mapToObj(number -> VoterCards.card(number, editions[number]))
                .toList();
    }

    /** Makes batches of one size, whose cards taken together are what the workload says. */
    public List<Batch> batches(Workload workload, int count, int size) {
        int cards = count * size;
        var stored = stored(workload.same(cards) + workload.changed(cards));
        var entries = new ArrayList<Entry>(cards);
        for (int i = 0; i < stored.size(); i++) {
            boolean same = i < workload.same(cards);
            int number = stored.get(i);
            int edition = same ? editions[number] : ++editions[number];
            entries.add(
                    new Entry(VoterCards.card(number, edition), same ? ItemOutcome.UNCHANGED : ItemOutcome.UPDATED));
        }
        while (entries.size() < cards) {
            entries.add(new Entry(VoterCards.card(nextNew++, 1), ItemOutcome.CREATED));
        }
        Collections.shuffle(entries, random);
        return IntStream.range(0, count)
                .mapToObj(i -> Batch.of(entries.subList(i * size, (i + 1) * size)))
                .toList();
    }

    /** Returns the numbers of cards that are stored, without repeats, in random order. */
    public List<Integer> stored(int count) {
        if (scattered) {
            return random.ints(first, end).distinct().limit(count).boxed().toList();
        }
        int begin = first + random.nextInt(end - first - count + 1);
        var neighbours =
                new ArrayList<>(IntStream.range(begin, begin + count).boxed().toList());
        Collections.shuffle(neighbours, random);
        return neighbours;
    }

    private record Entry(DocumentUpsert item, ItemOutcome outcome) {}

    /**
     * A batch, and what must become of it.
     *
     * @param items the items
     * @param outcomes the outcome of each
     */
    public record Batch(List<DocumentUpsert> items, List<ItemOutcome> outcomes) {
        private static Batch of(List<Entry> entries) {
            return new Batch(
                    entries.stream().map(Entry::item).toList(),
                    entries.stream().map(Entry::outcome).toList());
        }

        /** Returns the external ids of all items. */
        public List<String> externalIds() {
            return items.stream().map(DocumentUpsert::externalId).toList();
        }

        /** Returns the external ids of the items that are new. */
        public List<String> created() {
            return IntStream.range(0, items.size())
                    .filter(i -> outcomes.get(i) == ItemOutcome.CREATED)
                    .mapToObj(i -> items.get(i).externalId())
                    .toList();
        }
    }
}
