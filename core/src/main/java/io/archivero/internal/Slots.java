package io.archivero.internal;

import io.archivero.BatchUpsertResult;
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
 *
 * @param <T> the items
 */
final class Slots<T> {
    private final List<T> items;
    private final Function<T, @Nullable String> externalId;
    private final boolean atomic;
    private final @Nullable ItemResult[] answers;

    Slots(List<T> items, Function<T, @Nullable String> externalId, boolean atomic) {
        this.items = items;
        this.externalId = externalId;
        this.atomic = atomic;
        this.answers = new ItemResult[items.size()];
    }

    /** Refuses what breaks a rule by itself, and what shares its external id with another. */
    void refuseFaulty(Function<T, List<Violation>> check) {
        refuseInvalid(check);
        refuseDuplicates();
    }

    private void refuseInvalid(Function<T, List<Violation>> check) {
        for (int i = 0; i < answers.length; i++) {
            var violations = check.apply(items.get(i));
            if (!violations.isEmpty()) {
                refuse(i, ItemOutcome.INVALID, violations);
            }
        }
    }

    /** An invalid item counts as an occurrence of its external id, but stays INVALID. */
    private void refuseDuplicates() {
        var occurrences = new HashMap<@Nullable String, Integer>(2 * answers.length);
        items.forEach(item -> occurrences.merge(externalId.apply(item), 1, Integer::sum));
        for (int i = 0; i < answers.length; i++) {
            int times = occurrences.getOrDefault(externalId.apply(items.get(i)), 1);
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
    void answerOpen(Function<List<T>, List<RowResult>> store) {
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
                externalId.apply(items.get(i)),
                result.outcome(),
                Optional.ofNullable(result.document()),
                violation == null ? List.of() : List.of(violation));
    }

    private void refuse(int i, ItemOutcome outcome, List<Violation> violations) {
        answers[i] = new ItemResult(i, externalId.apply(items.get(i)), outcome, Optional.empty(), violations);
    }
}
