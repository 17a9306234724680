package io.archivero.benchmarks;

import io.archivero.ItemOutcome;
import io.archivero.benchmarks.CardBook.Batch;
import io.archivero.benchmarks.Shelf.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks what a contender says and did against what the batch should have done and what is in the table. */
public final class Referee {
    private Referee() {}

    /** Lets a contender store a batch, checks every answer and every row, and takes the cards out that were created. */
    public static void check(Contender contender, Batch batch) throws SQLException {
        var before = contender.shelf().rows(batch.externalIds());
        var answers = contender.prepare(batch.items()).run().list();
        var after = contender.shelf().rows(batch.externalIds());
        require(answers.size() == batch.items().size(), contender, "answers", answers.size());
        for (int i = 0; i < answers.size(); i++) {
            check(contender, batch, i, answers.get(i), before, after);
        }
        contender.shelf().remove(batch.created());
    }

    /** Checks the outcomes only, which costs next to nothing. */
    public static void checkOutcomes(Contender contender, Batch batch, List<Answer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            var outcome = answers.get(i).outcome();
            require(outcome == batch.outcomes().get(i) || !contender.answersInFull(), contender, "outcome", outcome);
        }
    }

    private static void check(
            Contender contender, Batch batch, int i, Answer answer, Map<String, Row> before, Map<String, Row> after) {
        var item = batch.items().get(i);
        var row = after.get(item.externalId());
        if (row == null) {
            throw fault(contender, "a card is not in the table", null);
        }
        require(row.content().equals(item), contender, "content", row.content());
        if (contender.answersInFull()) {
            var outcome = batch.outcomes().get(i);
            require(answer.outcome() == outcome, contender, "outcome", answer.outcome());
            require(row.id().equals(answer.id()), contender, "id", answer.id());
            require(Objects.equals(row.version(), answer.version()), contender, "version", answer.version());
            require(row.createdAt().equals(answer.createdAt()), contender, "createdAt", answer.createdAt());
            require(row.updatedAt().equals(answer.updatedAt()), contender, "updatedAt", answer.updatedAt());
            checkHistory(contender, outcome, before.get(item.externalId()), row);
        }
    }

    private static void checkHistory(Contender contender, ItemOutcome outcome, @Nullable Row before, Row after) {
        require((before == null) == (outcome == ItemOutcome.CREATED), contender, "row before", before);
        if (before == null) {
            return;
        }
        if (outcome == ItemOutcome.UNCHANGED) {
            require(after.equals(before), contender, "row that was the same", after);
        } else {
            require(after.version() == before.version() + 1, contender, "next version", after.version());
            require(after.id().equals(before.id()), contender, "kept id", after.id());
            require(after.createdAt().equals(before.createdAt()), contender, "kept createdAt", after.createdAt());
            require(!after.updatedAt().isBefore(before.updatedAt()), contender, "later updatedAt", after.updatedAt());
        }
    }

    private static void require(boolean holds, Contender contender, String what, @Nullable Object found) {
        if (!holds) {
            throw fault(contender, what + " is wrong", found);
        }
    }

    private static IllegalStateException fault(Contender contender, String what, @Nullable Object found) {
        return new IllegalStateException(contender.name() + ": " + what + ": " + found);
    }
}
