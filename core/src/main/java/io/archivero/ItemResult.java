package io.archivero;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a batch. {@code toString} shows neither the external id nor any content.
 *
 * @param index the item's position in the batch, from 0
 * @param externalId the item's external id as the caller gave it: null or malformed where that is what is wrong with it
 * @param outcome what became of the item
 * @param document the stored state: present for the first four outcomes, and for {@link ItemOutcome#CONFLICT} where a document
 *     is stored (what stood in the way); in the answer to a preview, what is stored now, if anything
 * @param violations the rules that the item breaks; empty for the first four outcomes and for {@link ItemOutcome#NOT_APPLIED}
 */
public record ItemResult(
        int index,
        @Nullable String externalId,
        ItemOutcome outcome,
        Optional<Document> document,
        List<Violation> violations) {

    /** Copies the list; refuses nulls. */
    public ItemResult {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(document, "document");
        violations = List.copyOf(violations);
    }

    @Override
    public String toString() {
        return "ItemResult[index=" + index + ", outcome=" + outcome + ", document=" + document.orElse(null)
                + ", violations=" + violations + "]";
    }
}
