package io.archivero.testkit;

import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a repository must do, told a second time and as plainly as possible. It shares no code with the library's own decisions, which is
 * what makes it worth something when both agree: it predicts every result of a batch, and every document afterwards.
 *
 * <p>It knows the default limits and types at the basic level, and a database that refuses nothing. Not safe for use by several
 * threads at once.
 */
public final class DocumentModel {
    private static final Set<ItemOutcome> FAILURES =
            Set.of(ItemOutcome.INVALID, ItemOutcome.DUPLICATE, ItemOutcome.CONFLICT);

    private final Map<Environment, Map<String, ModelDocument>> documents = new EnumMap<>(Environment.class);

    /**
     * What must be answered for an item.
     *
     * @param outcome the outcome
     * @param document the document of the result, if it must have one
     */
    public record Prediction(ItemOutcome outcome, @Nullable ModelDocument document) {}

    /** Creates the model of an empty store. */
    public DocumentModel() {
        for (var environment : Environment.values()) {
            documents.put(environment, new HashMap<>());
        }
    }

    /** Returns the documents that must be stored in an environment, by external id. */
    public Map<String, ModelDocument> documents(Environment environment) {
        return Map.copyOf(in(environment));
    }

    /** Applies a batch at a time, and returns what must be answered, item by item. */
    public List<Prediction> batch(Environment environment, List<DocumentUpsert> items, boolean atomic, Instant now) {
        var outcomes = outcomes(environment, items);
        if (atomic && outcomes.stream().anyMatch(FAILURES::contains)) {
            return refused(environment, items, outcomes);
        }
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var stored = in(environment).get(item.externalId());
            if (outcomes.get(i) == ItemOutcome.CREATED) {
                stored = ModelDocument.created(item, now);
            } else if (outcomes.get(i) == ItemOutcome.UPDATED) {
                stored = Objects.requireNonNull(stored).updated(item, now);
            }
            if (outcomes.get(i) == ItemOutcome.CREATED || outcomes.get(i) == ItemOutcome.UPDATED) {
                in(environment).put(Objects.requireNonNull(item.externalId()), Objects.requireNonNull(stored));
            }
            predictions.add(prediction(outcomes.get(i), stored));
        }
        return predictions;
    }

    /** Returns what a preview must answer: the outcomes of a partial batch, with what is stored now. */
    public List<Prediction> preview(Environment environment, List<DocumentUpsert> items) {
        var outcomes = outcomes(environment, items);
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < items.size(); i++) {
            predictions.add(
                    prediction(outcomes.get(i), in(environment).get(items.get(i).externalId())));
        }
        return predictions;
    }

    /** Puts the review of a document into some state. */
    public void review(Environment environment, String externalId, Review review) {
        var attributes = new HashMap<String, @Nullable Object>();
        attributes.put("status", review.status());
        attributes.put("verifiedAt", review.verifiedAt());
        attributes.put("verifiedBy", review.verifiedBy());
        attributes.put("rejectionReason", review.rejectionReason());
        attributes.put("reviewedAt", review.reviewedAt());
        attributes.put("reviewedBy", review.reviewedBy());
        in(environment).computeIfPresent(externalId, (key, document) -> document.reviewed(attributes));
    }

    /**
     * Takes a step in the life of a document.
     *
     * @return whether it may be taken: if not, nothing changes
     */
    public boolean step(Environment environment, String externalId, ModelStep step, Instant now) {
        var document = in(environment).get(externalId);
        if (document == null || !step.from().contains(document.status())) {
            return false;
        }
        in(environment).put(externalId, document.after(step, now));
        return true;
    }

    /** Removes a document; returns whether there was one. */
    public boolean remove(Environment environment, String externalId) {
        return in(environment).remove(externalId) != null;
    }

    private List<ItemOutcome> outcomes(Environment environment, List<DocumentUpsert> items) {
        var outcomes = new ArrayList<ItemOutcome>();
        for (var item : items) {
            long occurrences = items.stream()
                    .filter(other -> Objects.equals(item.externalId(), other.externalId()))
                    .count();
            if (!ModelRules.isGood(item)) {
                outcomes.add(ItemOutcome.INVALID);
            } else if (occurrences > 1) {
                outcomes.add(ItemOutcome.DUPLICATE);
            } else {
                outcomes.add(outcome(item, in(environment).get(item.externalId())));
            }
        }
        return outcomes;
    }

    private static ItemOutcome outcome(DocumentUpsert item, @Nullable ModelDocument stored) {
        if (stored != null && stored.equalsAfter(item)) {
            return ItemOutcome.UNCHANGED;
        }
        long version = stored == null ? 0 : stored.version();
        if (item.expectedVersion() != null && item.expectedVersion() != version) {
            return ItemOutcome.CONFLICT;
        }
        if (stored != null && stored.isNewerThan(item)) {
            return ItemOutcome.STALE;
        }
        return stored == null ? ItemOutcome.CREATED : ItemOutcome.UPDATED;
    }

    /** Where an item is bad or occurs twice, nobody asks for conflicts any more. */
    private List<Prediction> refused(Environment environment, List<DocumentUpsert> items, List<ItemOutcome> outcomes) {
        boolean badItems = outcomes.contains(ItemOutcome.INVALID) || outcomes.contains(ItemOutcome.DUPLICATE);
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < items.size(); i++) {
            var outcome = outcomes.get(i);
            boolean culprit = badItems
                    ? outcome == ItemOutcome.INVALID || outcome == ItemOutcome.DUPLICATE
                    : outcome == ItemOutcome.CONFLICT;
            predictions.add(prediction(
                    culprit ? outcome : ItemOutcome.NOT_APPLIED,
                    in(environment).get(items.get(i).externalId())));
        }
        return predictions;
    }

    private static Prediction prediction(ItemOutcome outcome, @Nullable ModelDocument stored) {
        return switch (outcome) {
            case CREATED, UPDATED, UNCHANGED, STALE, CONFLICT -> new Prediction(outcome, stored);
            case INVALID, DUPLICATE, REFUSED, NOT_APPLIED -> new Prediction(outcome, null);
        };
    }

    private Map<String, ModelDocument> in(Environment environment) {
        return Objects.requireNonNull(documents.get(environment), "every environment has a map");
    }
}
