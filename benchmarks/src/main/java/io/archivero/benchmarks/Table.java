package io.archivero.benchmarks;

import io.archivero.DocumentCategory;
import io.archivero.DocumentUpsert;
import io.archivero.Scope;
import io.archivero.spi.StoredJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The table of a {@link Place}, by the plainest JDBC there is: nothing here is ever timed. */
public final class Table implements Shelf {
    private static final String SELECT = """
            select external_id, client_id, scope, type, category, content_type, filename, size, storage_path, expires_at,
                   fields, metadata, id, version, created_at, updated_at
            from archivero_documents
            where environment = 'test' and external_id = ?
            """;
    private static final String DELETE =
            "delete from archivero_documents where environment = 'test' and external_id = ?";

    private final Place place;

    /** Reaches the table of that place. */
    public Table(Place place) {
        this.place = place;
    }

    @Override
    public void fill(List<DocumentUpsert> cards) throws SQLException {
        inTransaction(connection -> {
            try (var insert = connection.prepareStatement(CardRow.INSERT)) {
                for (var row : CardRow.hashed(cards)) {
                    row.bind(insert);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    @Override
    public Map<String, Row> rows(Collection<String> externalIds) throws SQLException {
        var rows = new HashMap<String, Row>();
        inTransaction(connection -> {
            try (var select = connection.prepareStatement(SELECT)) {
                for (var externalId : externalIds) {
                    select.setString(1, externalId);
                    try (var found = select.executeQuery()) {
                        if (found.next()) {
                            rows.put(externalId, row(found));
                        }
                    }
                }
            }
        });
        return rows;
    }

    @Override
    public void remove(Collection<String> externalIds) throws SQLException {
        if (externalIds.isEmpty()) {
            return;
        }
        inTransaction(connection -> {
            try (var delete = connection.prepareStatement(DELETE)) {
                for (var externalId : externalIds) {
                    delete.setString(1, externalId);
                    delete.addBatch();
                }
                delete.executeBatch();
            }
        });
    }

    @Override
    public void tidy() throws SQLException {
        if (place.backend().isPostgres()) {
            place.execute("alter table archivero_documents set (autovacuum_enabled = off)"); // it would come in between
            place.execute("vacuum (analyze) archivero_documents");
        } else {
            place.execute("analyze");
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        var content = DocumentUpsert.builder(row.getString(1))
                .clientId(row.getObject(2, UUID.class))
                .scope(Scope.valueOf(row.getString(3)))
                .type(row.getString(4))
                .category(DocumentCategory.valueOf(row.getString(5).toUpperCase(Locale.ROOT)))
                .contentType(row.getString(6))
                .filename(row.getString(7))
                .size(row.getObject(8, Long.class))
                .storagePath(row.getString(9))
                .expiresAt(row.getObject(10, LocalDate.class))
                .fields(StoredJson.of(row.getString(11)))
                .metadata(StoredJson.of(row.getString(12)))
                .build();
        return new Row(
                content,
                row.getObject(13, UUID.class),
                row.getLong(14),
                row.getObject(15, OffsetDateTime.class).toInstant(),
                row.getObject(16, OffsetDateTime.class).toInstant());
    }

    private interface Work {
        void run(Connection connection) throws SQLException;
    }

    /** A failure ends the run, and the database with it: nothing is rolled back. */
    private void inTransaction(Work work) throws SQLException {
        try (var connection = place.backstage().getConnection()) {
            connection.setAutoCommit(false);
            work.run(connection);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
