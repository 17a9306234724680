package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.benchmarks.Answer;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Place;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.hibernate.StatelessSession;

/** Hibernate's {@code StatelessSession}: {@code getMultiple}, then {@code insertMultiple} and {@code updateMultiple}. */
final class HibernateGet extends HibernatePeer {
    HibernateGet(Place place) {
        super("hibernate-get-multiple", place, HibernateCard.Versioned.class);
    }

    @Override
    public Answers upsert(List<DocumentUpsert> items) throws SQLException {
        var answers = sessions().fromStatelessTransaction(session -> inTransaction(session, items));
        place().sync(answers);
        return answers;
    }

    private static Answers inTransaction(StatelessSession session, List<DocumentUpsert> items) {
        var rows = CardRow.sorted(items);
        var stored = session.getMultiple(HibernateCard.Versioned.class, keys(rows));
        var answers = new HashMap<String, Answer>(2 * rows.size());
        var fresh = new ArrayList<HibernateCard.Versioned>();
        var changed = new ArrayList<HibernateCard.Versioned>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var card = stored.get(i);
            if (card == null) {
                fresh.add(HibernateCard.Versioned.of(row));
            } else if (card.isSame(row)) {
                answers.put(row.externalId(), answer(ItemOutcome.UNCHANGED, card));
            } else {
                card.takeContent(row);
                changed.add(card);
            }
        }
        session.insertMultiple(fresh);
        session.updateMultiple(changed);
        fresh.forEach(card -> answers.put(card.externalId, answer(ItemOutcome.CREATED, card)));
        changed.forEach(card -> answers.put(card.externalId, answer(ItemOutcome.UPDATED, card)));
        return StoredCard.inOrder(items, answers);
    }
}
