package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Shelf;
import io.archivero.benchmarks.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A JDBC batch of upserts, and one select that reads back what they did. */
final class JdbcBatch implements Contender {
    private final String name;
    private final Place place;
    private final Shelf shelf;

    JdbcBatch(String name, Place place) {
        this.name = name;
        this.place = place;
        this.shelf = new Table(place);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Shelf shelf() {
        return shelf;
    }

    @Override
    public Answers upsert(List<DocumentUpsert> items) throws SQLException {
        var rows = CardRow.hashed(items);
        return JdbcTransaction.run(place, connection -> {
            try (var upsert = connection.prepareStatement(Sql.upsert(place.backend()))) {
                for (var row : rows) {
                    row.bind(upsert);
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
            return StoredCard.readBack(items, rows, find(connection, rows));
        });
    }

    private List<StoredCard> find(Connection connection, List<CardRow> rows) throws SQLException {
        var keys = rows.stream().map(CardRow::externalId).toArray(String[]::new);
        try (var select = connection.prepareStatement(Sql.find(place.backend()))) {
            select.setArray(1, connection.createArrayOf("varchar", keys));
            var cards = new ArrayList<StoredCard>(keys.length);
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    cards.add(StoredCard.of(found));
                }
            }
            return cards;
        }
    }

    @Override
    public void close() {
        place.close();
    }
}
