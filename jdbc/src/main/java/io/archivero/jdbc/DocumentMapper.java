package io.archivero.jdbc;

import io.archivero.Document;
import io.archivero.DocumentCategory;
import io.archivero.DocumentStatus;
import io.archivero.DocumentUpsert;
import io.archivero.Review;
import io.archivero.Revision;
import io.archivero.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@link #COLUMNS}, by position: it runs for every item of every batch. */
public final class DocumentMapper implements RowMapper<Document> {
    /** The columns of a document, in the order of this mapper; {@code d} is the table of documents. */
    public static final String COLUMNS = """
            d.external_id, d.id, d.client_id, d.scope, d.type, d.category,
                   d.content_type, d.filename, d.size, d.storage_path,
                   d.expires_at, d.fields, d.metadata,
                   d.status, d.verified_at, d.verified_by, d.rejection_reason, d.reviewed_at, d.reviewed_by,
                   d.created_at, d.updated_at, d.version, d.source_version\
            """;

    private static final Map<String, DocumentCategory> CATEGORIES =
            byName(DocumentCategory::wireName, DocumentCategory.values());
    private static final Map<String, DocumentStatus> STATUSES =
            byName(DocumentStatus::wireName, DocumentStatus.values());

    /** Made by Jdbi. */
    public DocumentMapper() {}

    @Override
    public Document map(ResultSet row, StatementContext context) throws SQLException {
        return read(row, JsonColumn.AS_TEXT);
    }

    /** Reads the row at which the result stands. */
    static Document read(ResultSet row, JsonColumn json) throws SQLException {
        return new Document(row.getObject(2, UUID.class), content(row, json), review(row), revision(row));
    }

    private static DocumentUpsert content(ResultSet row, JsonColumn json) throws SQLException {
        var category = row.getString(6);
        return DocumentUpsert.builder(row.getString(1))
                .clientId(row.getObject(3, UUID.class))
                .scope(Scope.valueOf(row.getString(4)))
                .type(row.getString(5))
                .category(category == null ? null : required(CATEGORIES.get(category)))
                .contentType(row.getString(7))
                .filename(row.getString(8))
                .size(row.getObject(9, Long.class))
                .storagePath(row.getString(10))
                .expiresAt(row.getObject(11, LocalDate.class))
                .fields(json.read(row, 12))
                .metadata(json.read(row, 13))
                .sourceVersion(row.getObject(23, Long.class))
                .build();
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                required(STATUSES.get(row.getString(14))),
                instant(row, 15),
                row.getString(16),
                row.getString(17),
                instant(row, 18),
                row.getString(19));
    }

    private static Revision revision(ResultSet row) throws SQLException {
        var created = row.getObject(20, OffsetDateTime.class).toInstant();
        var updated = row.getObject(21, OffsetDateTime.class).toInstant();
        return new Revision(row.getLong(22), created, updated);
    }

    private static <T> Map<String, T> byName(Function<T, String> name, T[] values) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(name, Function.identity()));
    }

    private static <T> T required(@Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("a row holds a category or status that this version of the library does not know");
        }
        return value;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
