package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.benchmarks.Answer;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Shelf;
import io.archivero.benchmarks.Table;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;

/** One card after the other, in one transaction: a select, then an insert or an update where there is need. */
final class H2Loop implements Contender {
    private final Place place;
    private final Shelf shelf;

    H2Loop(Place place) {
        this.place = place;
        this.shelf = new Table(place);
    }

    @Override
    public String name() {
        return "jdbc-loop";
    }

    @Override
    public Shelf shelf() {
        return shelf;
    }

    @Override
    public Answers upsert(List<DocumentUpsert> items) throws SQLException {
        var rows = CardRow.sorted(items);
        return JdbcTransaction.run(place, connection -> {
            var answers = new HashMap<String, Answer>(2 * rows.size());
            try (var select = connection.prepareStatement(H2Rows.FIND_ONE);
                    var insert = connection.prepareStatement(CardRow.INSERT);
                    var update = connection.prepareStatement(H2Rows.UPDATE)) {
                for (var row : rows) {
                    answers.put(row.externalId(), upsert(row, select, insert, update));
                }
            }
            return StoredCard.inOrder(items, answers);
        });
    }

    private static Answer upsert(
            CardRow row, PreparedStatement select, PreparedStatement insert, PreparedStatement update)
            throws SQLException {
        select.setString(1, row.externalId());
        try (var found = select.executeQuery()) {
            if (!found.next()) {
                row.bind(insert);
                insert.executeUpdate();
                return H2Rows.created(row);
            }
            var before = StoredCard.of(found);
            if (H2Rows.isSame(found, row.item())) {
                return before.answer(ItemOutcome.UNCHANGED);
            }
            H2Rows.bindUpdate(update, row, before.version());
            H2Rows.requireWritten(update.executeUpdate());
            return H2Rows.updated(row, before);
        }
    }

    @Override
    public void close() {
        place.close();
    }
}
