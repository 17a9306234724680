package io.archivero.internal;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import io.archivero.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What an import writes to, reduced to a list of what was stored. Items under {@code "bad…"} are refused, and a key that is twice in a batch is an
 * error. Every item is recognized by its size, which is its position in the input.
 */
final class Shelf implements Function<List<DocumentUpsert>, BatchUpsertResult> {
    private final List<List<DocumentUpsert>> batches = new ArrayList<>();

    /** Returns an input of so many items under these keys, which come round again. */
    static List<DocumentUpsert> items(int count, String... keys) {
        return IntStream.range(0, count)
                .mapToObj(i -> item(keys[i % keys.length], i))
                .toList();
    }

    /** Returns an input of so many items, each under a key of its own. */
    static List<DocumentUpsert> items(int count) {
        return IntStream.range(0, count).mapToObj(i -> item("key " + i, i)).toList();
    }

    static DocumentUpsert item(String key, int position) {
        return DocumentUpsert.builder(key).size((long) position).build();
    }

    @Override
    public synchronized BatchUpsertResult apply(List<DocumentUpsert> items) {
        if (new HashSet<>(items.stream().map(DocumentUpsert::externalId).toList()).size() < items.size()) {
            throw new AssertionError("a key is twice in a batch");
        }
        batches.add(items.stream().filter(item -> !isBad(item)).toList());
        return new BatchUpsertResult(
                false,
                IntStream.range(0, items.size())
                        .mapToObj(i -> answer(i, items.get(i)))
                        .toList());
    }

    /** Returns how many items each batch stored. */
    synchronized List<Integer> sizes() {
        return batches.stream().map(List::size).toList();
    }

    /** Returns the positions that were stored, in the order in which they were. */
    synchronized List<Integer> positions() {
        return batches.stream().flatMap(List::stream).map(Shelf::position).toList();
    }

    /** Returns the positions that were stored under a key, in the order in which they were. */
    synchronized List<Integer> positions(String key) {
        return batches.stream()
                .flatMap(List::stream)
                .filter(item -> key.equals(item.externalId()))
                .map(Shelf::position)
                .toList();
    }

    static boolean isBad(DocumentUpsert item) {
        return String.valueOf(item.externalId()).startsWith("bad");
    }

    static int position(DocumentUpsert item) {
        return Objects.requireNonNull(item.size()).intValue();
    }

    private static ItemResult answer(int index, DocumentUpsert item) {
        return isBad(item)
                ? new ItemResult(
                        index,
                        item.externalId(),
                        ItemOutcome.INVALID,
                        Optional.empty(),
                        List.of(new Violation("bad", "", "is bad")))
                : new ItemResult(index, item.externalId(), ItemOutcome.CREATED, Optional.empty(), List.of());
    }
}
