package io.archivero.benchmarks;

import io.archivero.ItemOutcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a contender says of one item; null for what it cannot tell.
 *
 * @param outcome CREATED, UPDATED or UNCHANGED (or REFUSED, in a partial batch)
 * @param id the document's id
 * @param version its version
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 */
public record Answer(
        @Nullable ItemOutcome outcome,
        @Nullable UUID id,
        @Nullable Long version,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    /** The answer of a contender that can tell nothing but that nothing failed. */
    public static final Answer BLIND = new Answer(null, null, null, null, null);
}
