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

/** One card after the other, in one transaction: an upsert that answers, or a select where it had nothing to write. */
final class PostgresLoop implements Contender {
    private static final String FIND_ONE = """
            select external_id, id, version, created_at, updated_at
            from archivero_documents
            where environment = 'test' and external_id = ?
            """;

    private final Place place;
    private final Shelf shelf;

    PostgresLoop(Place place) {
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
        var rows = CardRow.hashed(items);
        return JdbcTransaction.run(place, connection -> {
            var answers = new HashMap<String, Answer>(2 * rows.size());
            try (var upsert = connection.prepareStatement(Sql.POSTGRES_UPSERT_RETURNING);
                    var select = connection.prepareStatement(FIND_ONE)) {
                for (var row : rows) {
                    answers.put(row.externalId(), upsert(row, upsert, select));
                }
            }
            return StoredCard.inOrder(items, answers);
        });
    }

    private static Answer upsert(CardRow row, PreparedStatement upsert, PreparedStatement select) throws SQLException {
        row.bind(upsert);
        try (var written = upsert.executeQuery()) {
            if (written.next()) {
                var card = StoredCard.of(written);
                return card.answer(card.version() == 1 ? ItemOutcome.CREATED : ItemOutcome.UPDATED);
            }
        }
        select.setString(1, row.externalId());
        try (var found = select.executeQuery()) {
            if (!found.next()) {
                throw new SQLException("a rival was there first: begin again", "40001");
            }
            return StoredCard.of(found).answer(ItemOutcome.UNCHANGED);
        }
    }

    @Override
    public void close() {
        place.close();
    }
}
