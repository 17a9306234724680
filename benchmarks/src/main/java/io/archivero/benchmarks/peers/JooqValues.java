package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Shelf;
import io.archivero.benchmarks.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jooq.DSLContext;

/** jOOQ: one upsert of many rows that returns what it wrote, and one select of the rows that it did not. */
final class JooqValues implements Contender {
    private final Place place;
    private final Shelf shelf;
    private final DSLContext jooq;

    JooqValues(Place place) {
        this.place = place;
        this.shelf = new Table(place);
        this.jooq = JooqCards.context(place);
    }

    @Override
    public String name() {
        return "jooq-values";
    }

    @Override
    public Shelf shelf() {
        return shelf;
    }

    @Override
    public Answers upsert(List<DocumentUpsert> items) throws SQLException {
        var answers = jooq.transactionResult(configuration -> inTransaction(configuration.dsl(), items));
        place.sync(answers);
        return answers;
    }

    private Answers inTransaction(DSLContext transaction, List<DocumentUpsert> items) {
        var rows = CardRow.hashed(items);
        var cards = new ArrayList<>(JooqCards.upsertAll(transaction, rows));
        var written = new HashSet<String>();
        cards.forEach(card -> written.add(card.externalId()));
        var unwritten = rows.stream()
                .map(CardRow::externalId)
                .filter(key -> !written.contains(key))
                .toList();
        if (!unwritten.isEmpty()) {
            cards.addAll(JooqCards.find(transaction, place.backend(), unwritten));
        }
        return StoredCard.readBack(items, rows, cards);
    }

    @Override
    public void close() {
        place.close();
    }
}
