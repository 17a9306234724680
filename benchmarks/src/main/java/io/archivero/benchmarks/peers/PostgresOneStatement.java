package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.benchmarks.Answer;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Shelf;
import io.archivero.benchmarks.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One statement that looks, writes what differs, and answers for all: one round trip and, with autocommit, no transaction to
 * begin or end. Unchanged rows are sent all the same. A row that a rival changes between the look and the write may be missing
 * from the answer, and then the batch has to be sent again.
 */
final class PostgresOneStatement implements Contender {
    private static final String UPSERT = """
            with given as (
              select u.*
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as u (
                external_id, id, client_id, scope, type, category, content_type, filename, size, storage_path,
                expires_at, fields, metadata, status, content_hash)
            ), stored as (
              select d.external_id, d.id, d.version, d.created_at, d.updated_at, d.content_hash
              from given g
              join archivero_documents d on d.environment = 'test' and d.external_id = g.external_id collate "C"
            ), written as (
              insert into archivero_documents as d (
                environment, external_id, id, client_id, scope, type, category, content_type, filename, size, storage_path,
                expires_at, fields, metadata, status, content_hash, created_at, updated_at, version)
              select 'test', g.*, ?, ?, 1
              from given g
              where not exists (
                select from stored s where s.external_id = g.external_id and s.content_hash = g.content_hash)
              on conflict (environment, external_id) do update set
                client_id = excluded.client_id, scope = excluded.scope, type = excluded.type, category = excluded.category,
                content_type = excluded.content_type, filename = excluded.filename, size = excluded.size,
                storage_path = excluded.storage_path, expires_at = excluded.expires_at, fields = excluded.fields,
                metadata = excluded.metadata, status = excluded.status, verified_at = null, verified_by = null,
                rejection_reason = null, reviewed_at = null, reviewed_by = null, updated_at = excluded.updated_at,
                content_hash = excluded.content_hash, version = d.version + 1
              where d.content_hash <> excluded.content_hash
              returning external_id, id, version, created_at, updated_at
            )
            select external_id, id, version, created_at, updated_at, true from written
            union all
            select s.external_id, s.id, s.version, s.created_at, s.updated_at, false
            from stored s
            where not exists (select from written w where w.external_id = s.external_id)
            """;

    private final Place place;
    private final Shelf shelf;

    PostgresOneStatement(Place place) {
        this.place = place;
        this.shelf = new Table(place);
    }

    @Override
    public String name() {
        return "jdbc-one-statement";
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
            return StoredCard.inOrder(items, upsert(connection, rows));
        }
    }

    private static Map<String, Answer> upsert(Connection connection, List<CardRow> rows) throws SQLException {
        var answers = new HashMap<String, Answer>(2 * rows.size());
        try (var statement = connection.prepareStatement(UPSERT)) {
            RowArrays.bind(statement, 1, rows);
            statement.setObject(16, rows.get(0).now());
            statement.setObject(17, rows.get(0).now());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var card = StoredCard.of(row);
                    answers.put(card.externalId(), card.answer(PostgresOneRow.outcome(card, row)));
                }
            }
        }
        return answers;
    }

    @Override
    public void close() {
        place.close();
    }
}
