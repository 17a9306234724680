package io.archivero.benchmarks.peers;

import io.archivero.Document;
import io.archivero.DocumentCategory;
import io.archivero.DocumentStatus;
import io.archivero.DocumentUpsert;
import io.archivero.Review;
import io.archivero.Revision;
import io.archivero.Scope;
import io.archivero.benchmarks.Place;
import io.archivero.spi.StoredJson;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The floor of reading: hand-written JDBC that reads whole documents from Archivero's table. */
public final class JdbcReads {
    private static final String COLUMNS = """
            select d.external_id, d.id, d.client_id, d.scope, d.type, d.category, d.content_type, d.filename, d.size,
              d.storage_path, d.expires_at, d.fields, d.metadata, d.status, d.verified_at, d.verified_by, d.rejection_reason,
              d.reviewed_at, d.reviewed_by, d.created_at, d.updated_at, d.version
            """;
    private static final String BY_ID =
            COLUMNS + "from archivero_documents d where d.environment = 'test' and d.id = ?";
    private static final String BY_EXTERNAL_ID =
            COLUMNS + "from archivero_documents d where d.environment = 'test' and d.external_id = ?";
    private static final String BY_MANY_ON_POSTGRES =
            COLUMNS + "from archivero_documents d where d.environment = 'test' and d.external_id = any(?)";
    private static final String BY_MANY_ON_H2 = COLUMNS + """
            from unnest(cast(? as varchar array)) as k(external_id)
            join archivero_documents d on d.environment = 'test' and d.external_id = k.external_id
            """;

    private final Place place;

    /** Reads from the table of that place. */
    public JdbcReads(Place place) {
        this.place = place;
    }

    /** Finds a document. */
    public @Nullable Document findById(UUID id) throws SQLException {
        return findOne(BY_ID, id);
    }

    /** Finds a document. */
    public @Nullable Document findByExternalId(String externalId) throws SQLException {
        return findOne(BY_EXTERNAL_ID, externalId);
    }

    private @Nullable Document findOne(String sql, Object key) throws SQLException {
        try (var connection = place.dataSource().getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, key);
            try (var row = statement.executeQuery()) {
                return row.next() ? document(row) : null;
            }
        }
    }

    /** Finds documents by their external ids. */
    public Map<String, Document> findAllByExternalId(List<String> externalIds) throws SQLException {
        try (var connection = place.dataSource().getConnection();
                var statement = connection.prepareStatement(
                        place.backend().isPostgres() ? BY_MANY_ON_POSTGRES : BY_MANY_ON_H2)) {
            statement.setArray(1, connection.createArrayOf("varchar", externalIds.toArray(String[]::new)));
            return documents(statement);
        }
    }

    private static Map<String, Document> documents(PreparedStatement statement) throws SQLException {
        var documents = new HashMap<String, Document>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                var document = document(row);
                documents.put(document.externalId(), document);
            }
        }
        return documents;
    }

    private static Document document(ResultSet row) throws SQLException {
        var content = DocumentUpsert.builder(row.getString(1))
                .clientId(row.getObject(3, UUID.class))
                .scope(Scope.valueOf(row.getString(4)))
                .type(row.getString(5))
                .category(category(row.getString(6)))
                .contentType(row.getString(7))
                .filename(row.getString(8))
                .size(row.getObject(9, Long.class))
                .storagePath(row.getString(10))
                .expiresAt(row.getObject(11, LocalDate.class))
                .fields(StoredJson.of(row.getString(12)))
                .metadata(StoredJson.of(row.getString(13)))
                .build();
        var review = new Review(
                DocumentStatus.valueOf(row.getString(14).toUpperCase(Locale.ROOT)),
                instant(row, 15),
                row.getString(16),
                row.getString(17),
                instant(row, 18),
                row.getString(19));
        var created = row.getObject(20, OffsetDateTime.class).toInstant();
        var updated = row.getObject(21, OffsetDateTime.class).toInstant();
        return new Document(
                row.getObject(2, UUID.class), content, review, new Revision(row.getLong(22), created, updated));
    }

    private static @Nullable DocumentCategory category(@Nullable String wireName) {
        return wireName == null ? null : DocumentCategory.valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
