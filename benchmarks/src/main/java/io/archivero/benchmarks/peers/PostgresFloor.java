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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The floor on PostgreSQL: what a patient person writes by hand. One statement reads hashes, ids, versions and times by an
 * array of keys; one writes the rows whose hash differs, and answers. Three round trips with the commit, one for a replay.
 *
 * <p>A single card goes to {@link PostgresOneRow}: one round trip.
 */
final class PostgresFloor implements Contender {
    private static final String FIND = """
            select external_id, id, version, created_at, updated_at, content_hash
            from archivero_documents
            where environment = 'test' and external_id = any(?)
            """;
    private static final String WRITE = """
            insert into archivero_documents as d (
              environment, created_at, updated_at, version,
              external_id, id, client_id, scope, type, category, content_type, filename, size, storage_path,
              expires_at, fields, metadata, status, content_hash)
            select 'test', ?, ?, 1, u.*
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as u
            on conflict (environment, external_id) do update set
              client_id = excluded.client_id, scope = excluded.scope, type = excluded.type, category = excluded.category,
              content_type = excluded.content_type, filename = excluded.filename, size = excluded.size,
              storage_path = excluded.storage_path, expires_at = excluded.expires_at, fields = excluded.fields,
              metadata = excluded.metadata, status = excluded.status, verified_at = null, verified_by = null,
              rejection_reason = null, reviewed_at = null, reviewed_by = null, updated_at = excluded.updated_at,
              content_hash = excluded.content_hash, version = d.version + 1
            where d.content_hash <> excluded.content_hash
            returning external_id, id, version, created_at, updated_at
            """;

    private final Place place;
    private final boolean transaction;
    private final Shelf shelf;

    private PostgresFloor(Place place, boolean transaction) {
        this.place = place;
        this.transaction = transaction;
        this.shelf = new Table(place);
    }

    /** Writes in a transaction; there is none as long as nothing has to be written. */
    static PostgresFloor inTransaction(Place place) {
        return new PostgresFloor(place, true);
    }

    /** The same without {@code begin} and {@code commit}, as the write is one statement: one round trip less. */
    static PostgresFloor withAutocommit(Place place) {
        return new PostgresFloor(place, false);
    }

    @Override
    public String name() {
        return transaction ? "floor" : "jdbc-autocommit";
    }

    @Override
    public String cannotTell() {
        return transaction ? "" : "no transaction that could hold more than this write";
    }

    @Override
    public boolean isFavourite() {
        return transaction;
    }

    @Override
    public Shelf shelf() {
        return shelf;
    }

    @Override
    public Answers upsert(List<DocumentUpsert> items) throws SQLException {
        var rows = CardRow.hashed(items);
        try (var connection = place.dataSource().getConnection()) {
            if (rows.size() == 1) {
                var answer = PostgresOneRow.upsert(connection, rows.get(0));
                return () -> List.of(answer);
            }
            var answers = new HashMap<String, Answer>(2 * rows.size());
            var changed = changed(connection, rows, answers);
            if (!changed.isEmpty() && transaction) {
                JdbcTransaction.run(connection, () -> write(connection, changed, answers));
            } else if (!changed.isEmpty()) {
                write(connection, changed, answers);
            }
            return StoredCard.inOrder(items, answers);
        }
    }

    /** Answers the rows that are stored as they are; returns the others. */
    private static List<CardRow> changed(Connection connection, List<CardRow> rows, Map<String, Answer> answers)
            throws SQLException {
        var hashes = new HashMap<String, byte[]>(2 * rows.size());
        try (var select = connection.prepareStatement(FIND)) {
            var keys = rows.stream().map(CardRow::externalId).toArray(String[]::new);
            select.setArray(1, connection.createArrayOf("text", keys));
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    var card = StoredCard.of(found);
                    hashes.put(card.externalId(), found.getBytes(6));
                    answers.put(card.externalId(), card.answer(ItemOutcome.UNCHANGED));
                }
            }
        }
        var changed = new ArrayList<CardRow>(rows.size());
        for (var row : rows) {
            if (!Arrays.equals(row.contentHash(), hashes.get(row.externalId()))) {
                changed.add(row);
            }
        }
        return changed;
    }

    /** Writes rows and answers them. A row that a rival has made equal meanwhile is not among what comes back. */
    private static void write(Connection connection, List<CardRow> rows, Map<String, Answer> answers)
            throws SQLException {
        var byKey = new HashMap<String, CardRow>(2 * rows.size());
        rows.forEach(row -> byKey.put(row.externalId(), row));
        try (var statement = connection.prepareStatement(WRITE)) {
            statement.setObject(1, rows.get(0).now());
            statement.setObject(2, rows.get(0).now());
            RowArrays.bind(statement, 3, rows);
            try (var written = statement.executeQuery()) {
                while (written.next()) {
                    var card = StoredCard.of(written);
                    boolean created = card.version() == 1;
                    answers.put(card.externalId(), card.answer(created ? ItemOutcome.CREATED : ItemOutcome.UPDATED));
                }
            }
        }
    }

    @Override
    public void close() {
        place.close();
    }
}
