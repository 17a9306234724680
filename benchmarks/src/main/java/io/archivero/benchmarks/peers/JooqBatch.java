package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Shelf;
import io.archivero.benchmarks.Table;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;

/** jOOQ: {@code batch(query).bind(…)} with upserts, and one select that reads back what they did. */
final class JooqBatch implements Contender {
    private final Place place;
    private final Shelf shelf;
    private final DSLContext jooq;

    JooqBatch(Place place) {
        this.place = place;
        this.shelf = new Table(place);
        this.jooq = JooqCards.context(place);
    }

    @Override
    public String name() {
        return "jooq-batch";
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
        var batch = transaction.batch(JooqCards.upsertOne(transaction, rows.get(0)));
        for (var row : rows) {
            batch = batch.bind(JooqCards.values(row).values().toArray());
        }
        batch.execute();
        var keys = rows.stream().map(CardRow::externalId).toList();
        return StoredCard.readBack(items, rows, JooqCards.find(transaction, place.backend(), keys));
    }

    @Override
    public void close() {
        place.close();
    }
}
