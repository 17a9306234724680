package io.archivero.internal;

import io.archivero.DocumentUpsert;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Items that an import stores together, with their positions in the input. No two are of one key: in a batch both would be refused,
 * while in an import the later one follows the earlier.
 */
final class ImportBatch {
    private final List<DocumentUpsert> items = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private final Set<String> externalIds = new HashSet<>();

    /** Tells whether the batch can take an item. One without a key is refused anyway, and stands in nobody's way. */
    boolean takes(DocumentUpsert item) {
        return item.externalId() == null || !externalIds.contains(item.externalId());
    }

    void add(long position, DocumentUpsert item) {
        items.add(item);
        positions.add(position);
        if (item.externalId() != null) {
            externalIds.add(item.externalId());
        }
    }

    List<DocumentUpsert> items() {
        return items;
    }

    long position(int index) {
        return positions.get(index);
    }

    int size() {
        return items.size();
    }

    /** Tells whether the first of its items stands at that position. */
    boolean beginsAt(long position) {
        return !positions.isEmpty() && positions.get(0) == position;
    }
}
