package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.benchmarks.Answer;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Shelf;
import io.archivero.benchmarks.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The floor on H2: what a patient person writes by hand. One statement reads what is stored by an array of keys, one JDBC batch
 * inserts, one updates. A single card goes to {@link H2Loop}, whose statements are simpler.
 */
final class H2Floor implements Contender {
    private final Place place;
    private final Shelf shelf;
    private final H2Loop single;

    H2Floor(Place place) {
        this.place = place;
        this.shelf = new Table(place);
        this.single = new H2Loop(place);
    }

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public boolean isFavourite() {
        return true;
    }

    @Override
    public Shelf shelf() {
        return shelf;
    }

    @Override
    public Answers upsert(List<DocumentUpsert> items) throws SQLException {
        if (items.size() == 1) {
            return single.upsert(items);
        }
        var rows = CardRow.sorted(items);
        return JdbcTransaction.run(place, connection -> {
            var answers = new HashMap<String, Answer>(2 * rows.size());
            var stored = stored(connection, rows, answers);
            insert(connection, rows, stored, answers);
            update(connection, rows, stored, answers);
            return StoredCard.inOrder(items, answers);
        });
    }

    /** Returns what is stored, and answers the rows that are stored as they are. */
    private static Map<String, StoredCard> stored(
            Connection connection, List<CardRow> rows, Map<String, Answer> answers) throws SQLException {
        var byKey = new HashMap<String, CardRow>(2 * rows.size());
        rows.forEach(row -> byKey.put(row.externalId(), row));
        var stored = new HashMap<String, StoredCard>(2 * rows.size());
        try (var select = connection.prepareStatement(H2Rows.FIND_ALL)) {
            select.setArray(
                    1, connection.createArrayOf("varchar", byKey.keySet().toArray()));
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    var card = StoredCard.of(found);
                    stored.put(card.externalId(), card);
                    var row = byKey.get(card.externalId());
                    if (row != null && H2Rows.isSame(found, row.item())) {
                        answers.put(card.externalId(), card.answer(ItemOutcome.UNCHANGED));
                    }
                }
            }
        }
        return stored;
    }

    private static void insert(
            Connection connection, List<CardRow> rows, Map<String, StoredCard> stored, Map<String, Answer> answers)
            throws SQLException {
        var fresh = rows.stream()
                .filter(row -> !stored.containsKey(row.externalId()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(CardRow.INSERT)) {
            for (var row : fresh) {
                row.bind(insert);
                insert.addBatch();
                answers.put(row.externalId(), H2Rows.created(row));
            }
            insert.executeBatch();
        }
    }

    private static void update(
            Connection connection, List<CardRow> rows, Map<String, StoredCard> stored, Map<String, Answer> answers)
            throws SQLException {
        var changed = new ArrayList<CardRow>();
        for (var row : rows) {
            if (!answers.containsKey(row.externalId())) {
                changed.add(row);
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement(H2Rows.UPDATE)) {
            for (var row : changed) {
                var before = Objects.requireNonNull(stored.get(row.externalId()));
                H2Rows.bindUpdate(update, row, before.version());
                update.addBatch();
                answers.put(row.externalId(), H2Rows.updated(row, before));
            }
            for (int count : update.executeBatch()) {
                H2Rows.requireWritten(count);
            }
        }
    }

    @Override
    public void close() {
        place.close();
    }
}
