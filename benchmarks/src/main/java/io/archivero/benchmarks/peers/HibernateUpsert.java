package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.benchmarks.Answer;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Place;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Hibernate's {@code StatelessSession.upsertMultiple}. */
final class HibernateUpsert extends HibernatePeer {
    HibernateUpsert(Place place) {
        super("hibernate-upsert-multiple", place, HibernateCard.Unversioned.class);
    }

    @Override
    public String cannotTell() {
        return "outcome, id, version, times; writes what is the same, counts no versions";
    }

    @Override
    public boolean answersInFull() {
        return false;
    }

    @Override
    public Answers upsert(List<DocumentUpsert> items) throws SQLException {
        var cards = CardRow.sorted(items).stream()
                .map(HibernateCard.Unversioned::of)
                .toList();
        sessions().inStatelessTransaction(session -> session.upsertMultiple(cards));
        Answers answers = () -> Collections.nCopies(items.size(), Answer.BLIND);
        place().sync(answers);
        return answers;
    }
}
