package io.archivero.benchmarks.peers;

import io.archivero.ItemOutcome;
import io.archivero.benchmarks.Answer;
import io.archivero.benchmarks.CardRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One row on PostgreSQL by one statement that looks, writes if there is need, and answers: one round trip, and with autocommit no
 * transaction to begin or end. Its parameters are plain: a statement over arrays of one element is planned anew at each call,
 * which takes longer than all the rest.
 */
final class PostgresOneRow {
    private static final String UPSERT = """
            with given as (
              select ?::text environment, ?::text external_id, ?::uuid id, ?::uuid client_id, ?::text scope, ?::text type,
                ?::text category, ?::text content_type, ?::text filename, ?::bigint size, ?::text storage_path,
                ?::date expires_at, ?::text fields, ?::text metadata, ?::text status, ?::timestamptz created_at,
                ?::timestamptz updated_at, ?::bytea content_hash
            ), stored as (
              select d.external_id, d.id, d.version, d.created_at, d.updated_at
              from given g
              join archivero_documents d
                on d.environment = g.environment collate "C" and d.external_id = g.external_id collate "C"
                and d.content_hash = g.content_hash
            ), written as (
              insert into archivero_documents as d (
                environment, external_id, id, client_id, scope, type, category, content_type, filename, size, storage_path,
                expires_at, fields, metadata, status, created_at, updated_at, content_hash, version)
              select g.*, 1
              from given g
              where not exists (select from stored)
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
            select external_id, id, version, created_at, updated_at, false from stored
            """;

    private PostgresOneRow() {}

    /** Stores a row on a connection with autocommit. */
    static Answer upsert(Connection connection, CardRow row) throws SQLException {
        try (var statement = connection.prepareStatement(UPSERT)) {
            row.bind(statement);
            try (var answer = statement.executeQuery()) {
                if (!answer.next()) {
                    throw new SQLException("a rival was there first: begin again", "40001");
                }
                var card = StoredCard.of(answer);
                return card.answer(outcome(card, answer));
            }
        }
    }

    /** Reads the sixth column of both: whether the card was written. */
    static ItemOutcome outcome(StoredCard card, ResultSet answer) throws SQLException {
        if (!answer.getBoolean(6)) {
            return ItemOutcome.UNCHANGED;
        }
        return card.version() == 1 ? ItemOutcome.CREATED : ItemOutcome.UPDATED;
    }
}
