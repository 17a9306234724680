package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.benchmarks.Answer;
import io.archivero.benchmarks.CardRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

/**
 * How a hand-written store works with single rows on H2: inside the process a row is cheap to read whole, so what is stored is
 * compared column by column, and nothing has to be hashed.
 */
final class H2Rows {
    /** The columns that say whether a card is the same, in their order. */
    static final String FIND_ONE = """
            select external_id, id, version, created_at, updated_at, client_id, scope, type, category, content_type, filename,
              size, storage_path, expires_at, fields, metadata
            from archivero_documents
            where environment = 'test' and external_id = ?
            """;
    /** Finds many by an array of keys. */
    static final String FIND_ALL = """
            select d.external_id, d.id, d.version, d.created_at, d.updated_at, d.client_id, d.scope, d.type, d.category,
              d.content_type, d.filename, d.size, d.storage_path, d.expires_at, d.fields, d.metadata
            from unnest(cast(? as varchar array)) as k(external_id)
            join archivero_documents d on d.environment = 'test' and d.external_id = k.external_id
            """;
    /** Replaces a row, if it is still at the version that was read. */
    static final String UPDATE = """
            update archivero_documents set
              client_id = ?, scope = ?, type = ?, category = ?, content_type = ?, filename = ?, size = ?, storage_path = ?,
              expires_at = ?, fields = ?, metadata = ?, status = ?, updated_at = ?, version = version + 1,
              verified_at = null, verified_by = null, rejection_reason = null, reviewed_at = null, reviewed_by = null
            where environment = 'test' and external_id = ? and version = ?
            """;

    private H2Rows() {}

    /** Tells whether the row that was found holds what the item says. */
    static boolean isSame(ResultSet found, DocumentUpsert item) throws SQLException {
        var row = new CardRow(item, new UUID(0, 0), null, OffsetDateTime.MIN);
        return found.getString(15).equals(row.fields())
                && found.getString(16).equals(row.metadata())
                && row.clientId().equals(found.getObject(6, UUID.class))
                && row.scope().equals(found.getString(7))
                && row.type().equals(found.getString(8))
                && Objects.equals(row.category(), found.getString(9))
                && Objects.equals(row.contentType(), found.getString(10))
                && Objects.equals(row.filename(), found.getString(11))
                && Objects.equals(row.size(), found.getObject(12, Long.class))
                && Objects.equals(row.storagePath(), found.getString(13))
                && Objects.equals(row.expiresAt(), found.getObject(14, java.time.LocalDate.class));
    }

    /** Sets the parameters of {@link #UPDATE}. */
    static void bindUpdate(PreparedStatement update, CardRow row, long version) throws SQLException {
        update.setObject(1, row.clientId());
        update.setString(2, row.scope());
        update.setString(3, row.type());
        update.setString(4, row.category());
        update.setString(5, row.contentType());
        update.setString(6, row.filename());
        update.setObject(7, row.size());
        update.setString(8, row.storagePath());
        update.setObject(9, row.expiresAt());
        update.setString(10, row.fields());
        update.setString(11, row.metadata());
        update.setString(12, row.status());
        update.setObject(13, row.now());
        update.setString(14, row.externalId());
        update.setLong(15, version);
    }

    /** Returns the answer for a row that was inserted. */
    static Answer created(CardRow row) {
        return new Answer(ItemOutcome.CREATED, row.id(), 1L, row.instant(), row.instant());
    }

    /** Returns the answer for a row that was replaced. */
    static Answer updated(CardRow row, StoredCard before) {
        return new Answer(ItemOutcome.UPDATED, before.id(), before.version() + 1, before.createdAt(), row.instant());
    }

    /** Makes sure that a row was written. */
    static void requireWritten(int count) throws SQLException {
        if (count != 1) {
            throw new SQLException("a rival was there first: begin again", "40001");
        }
    }
}
