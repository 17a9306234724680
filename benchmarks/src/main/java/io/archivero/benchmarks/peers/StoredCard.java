package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.benchmarks.Answer;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Contender.Answers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is read back of a stored card.
 *
 * @param externalId its key
 * @param id its id
 * @param version its version
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 */
public record StoredCard(String externalId, UUID id, long version, Instant createdAt, Instant updatedAt) {
    /** Reads a row of the five columns, in the order of the components. */
    static StoredCard of(ResultSet row) throws SQLException {
        return new StoredCard(
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }

    /** Tells what a batch did to this card, from the marks that it left: its own new id, or its own time. */
    ItemOutcome outcomeOf(CardRow row) {
        if (id.equals(row.id())) {
            return ItemOutcome.CREATED;
        }
        return updatedAt.equals(row.instant()) ? ItemOutcome.UPDATED : ItemOutcome.UNCHANGED;
    }

    /** Returns the answer with that outcome. */
    Answer answer(ItemOutcome outcome) {
        return new Answer(outcome, id, version, createdAt, updatedAt);
    }

    /** Returns the answers to a batch whose cards were all read back, in the order of the items. */
    static Answers readBack(List<DocumentUpsert> items, List<CardRow> rows, Collection<StoredCard> cards) {
        var byKey = new HashMap<String, StoredCard>(2 * cards.size());
        cards.forEach(card -> byKey.put(card.externalId(), card));
        var answers = new HashMap<String, Answer>(2 * rows.size());
        for (var row : rows) {
            var card = byKey.get(row.externalId());
            if (card == null) {
                throw new IllegalStateException("a card was not stored");
            }
            answers.put(row.externalId(), card.answer(card.outcomeOf(row)));
        }
        return inOrder(items, answers);
    }

    /** Returns answers in the order of the items. */
    static Answers inOrder(List<DocumentUpsert> items, Map<String, Answer> byKey) {
        var answers = new ArrayList<Answer>(items.size());
        for (var item : items) {
            var answer = byKey.get(item.externalId());
            if (answer == null) {
                throw new IllegalStateException("an item has no answer");
            }
            answers.add(answer);
        }
        return () -> answers;
    }
}
