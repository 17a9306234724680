package io.archivero.wire;

import io.archivero.DocumentUpsert;
import java.util.List;

/**
 * A batch as it came over the wire: the arguments of
 * {@link io.archivero.DocumentRepository#batchUpsertByExternalId(io.archivero.Environment, List, boolean)}. Immutable.
 *
 * @param items 1 to 250 items in the order of the request; what could not be read of one stands among its
 *     {@link DocumentUpsert#violations() violations}; unmodifiable
 * @param atomic whether one fault refuses the whole batch
 */
public record BatchRequest(List<DocumentUpsert> items, boolean atomic) {
    /** Copies the list; refuses nulls. */
    public BatchRequest {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        return "BatchRequest[" + items.size() + " items, atomic=" + atomic + "]";
    }
}
