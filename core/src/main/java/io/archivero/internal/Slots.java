package io.archivero.internal;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.InvalidBatchException;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import io.archivero.Violation;
import io.archivero.ViolationCodes;
import io.archivero.spi.RowResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One slot per item, in input order, which keeps answers aligned with items. A slot is open until it has an answer, and
 * answered once; whatever is still open at the end of a refused batch is NOT_APPLIED.
 */
final class Slots {
    private final List<DocumentUpsert> items;
    private final boolean atomic;
    private final @Nullable ItemResult[] answers;

    /** Copies the items, so that what a caller does to the list meanwhile changes nothing. */
    Slots(@Nullable List<DocumentUpsert> items, boolean atomic) {
        this.items = checkedCopy(items);
        this.atomic = atomic;
        this.answers = new ItemResult[this.items.size()];
    }

    void refuseInvalid(ItemValidator validator) {
        for (int i = 0; i < answers.length; i++) {
            var violations = validator.check(items.get(i));
            if (!violations.isEmpty()) {
                refuse(i, ItemOutcome.INVALID, violations);
            }
        }
    }

    /** An invalid item counts as an occurrence of its external id, but stays INVALID. */
    void refuseDuplicates() {
        var occurrences = new HashMap<@Nullable String, Integer>(2 * answers.length);
        items.forEach(item -> occurrences.merge(item.externalId(), 1, Integer::sum));
        for (int i = 0; i < answers.length; i++) {
            int times = occurrences.getOrDefault(items.get(i).externalId(), 1);
            if (answers[i] == null && times > 1) {
                var message = "occurs " + times + " times in this batch";
                refuse(
                        i,
                        ItemOutcome.DUPLICATE,
                        List.of(new Violation(ViolationCodes.DUPLICATE_EXTERNAL_ID, "/externalId", message)));
            }
        }
    }

    boolean anyRefused() {
        return Arrays.stream(answers).anyMatch(answer -> answer != null);
    }

    /** Lets the store answer all open slots; it is not asked when there are none. */
    void answerOpen(Function<List<DocumentUpsert>, List<RowResult>> store) {
        var open = new ArrayList<Integer>(answers.length);
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] == null) {
                open.add(i);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        var results = store.apply(open.stream().map(items::get).toList());
        for (int i = 0; i < open.size(); i++) {
            answer(open.get(i), results.get(i));
        }
    }

    BatchUpsertResult result() {
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] == null) {
                answer(i, RowResult.NOT_APPLIED);
            }
        }
        return new BatchUpsertResult(atomic, List.of(answers));
    }

    private void answer(int i, RowResult result) {
        var violation = result.violation();
        answers[i] = new ItemResult(
                i,
                items.get(i).externalId(),
                result.outcome(),
                Optional.ofNullable(result.document()),
                violation == null ? List.of() : List.of(violation));
    }

    private void refuse(int i, ItemOutcome outcome, List<Violation> violations) {
        answers[i] = new ItemResult(i, items.get(i).externalId(), outcome, Optional.empty(), violations);
    }

    private static List<DocumentUpsert> checkedCopy(@Nullable List<DocumentUpsert> items) {
        if (items == null) {
            throw new InvalidBatchException("the batch is null");
        }
        // One pass, one snapshot: a list that changes under us is still judged as it was read.
        var copy = Arrays.asList(items.toArray(DocumentUpsert[]::new));
        if (copy.isEmpty() || copy.size() > DocumentRepository.MAX_BATCH_SIZE) {
            throw new InvalidBatchException(
                    "a batch has 1 to " + DocumentRepository.MAX_BATCH_SIZE + " items, not " + copy.size());
        }
        int missing = copy.indexOf(null);
        if (missing >= 0) {
            throw new InvalidBatchException("item " + missing + " is null");
        }
        return copy;
    }
}
