package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.benchmarks.Answer;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Place;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * JPA: finds what is stored, then {@code persist} and {@code merge}; Hibernate's dirty checking decides what is written. All
 * are found by one query, which JPA does not have and Hibernate adds ({@code findMultiple}).
 */
final class HibernateMerge extends HibernatePeer {
    HibernateMerge(Place place) {
        super("jpa-merge", place, HibernateCard.Versioned.class);
    }

    @Override
    public Answers upsert(List<DocumentUpsert> items) throws SQLException {
        var answers = sessions().fromTransaction(session -> inTransaction(session, items));
        place().sync(answers);
        return answers;
    }

    private static Answers inTransaction(Session session, List<DocumentUpsert> items) {
        var rows = CardRow.sorted(items);
        var cards = session.findMultiple(HibernateCard.Versioned.class, keys(rows));
        var versions = new HashMap<String, Long>(2 * rows.size());
        for (int i = 0; i < rows.size(); i++) {
            var detached = HibernateCard.Versioned.of(rows.get(i));
            var stored = cards.get(i);
            if (stored == null) {
                session.persist(detached);
                cards.set(i, detached);
            } else {
                versions.put(stored.externalId, stored.version);
                detached.id = stored.id;
                detached.version = stored.version;
                detached.createdAt = stored.createdAt;
                detached.updatedAt = stored.updatedAt;
                session.merge(detached);
            }
        }
        session.flush();
        var answers = new HashMap<String, Answer>(2 * rows.size());
        for (var card : cards) {
            var before = versions.get(card.externalId);
            answers.put(card.externalId, answer(outcome(before, card.version), card));
        }
        return StoredCard.inOrder(items, answers);
    }

    private static ItemOutcome outcome(@Nullable Long before, Long after) {
        if (before == null) {
            return ItemOutcome.CREATED;
        }
        return before.equals(after) ? ItemOutcome.UNCHANGED : ItemOutcome.UPDATED;
    }
}
