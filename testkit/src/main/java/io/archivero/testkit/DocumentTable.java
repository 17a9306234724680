package io.archivero.testkit;

import io.archivero.Environment;
import io.archivero.Review;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code archivero_documents} in plain SQL: what is really there, past everything that is under test. */
final class DocumentTable {
    private static final String COLUMNS = """
            environment, external_id, id, client_id, scope, type, category, content_type, filename, size, storage_path, \
            expires_at, fields, metadata, status, verified_at, verified_by, rejection_reason, reviewed_at, reviewed_by, \
            created_at, updated_at, version, source_version""";

    private final DataSource dataSource;

    DocumentTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void clear() {
        execute("delete from archivero_documents");
    }

    /** Copies all rows aside, to be brought back any number of times. */
    void keep() {
        execute("drop table if exists archivero_kept");
        execute("create table archivero_kept as select * from archivero_documents");
    }

    /** Brings back what was kept, in place of what is there now. */
    void bringBack() {
        execute("delete from archivero_documents; insert into archivero_documents select * from archivero_kept");
    }

    void review(Environment environment, String externalId, Review review) {
        execute(
                """
                update archivero_documents
                   set status = ?, verified_at = ?, verified_by = ?, rejection_reason = ?, reviewed_at = ?, reviewed_by = ?
                 where environment = ? and external_id = ?""",
                review.status().wireName(),
                utc(review.verifiedAt()),
                review.verifiedBy(),
                review.rejectionReason(),
                utc(review.reviewedAt()),
                review.reviewedBy(),
                environment.wireName(),
                externalId);
    }

    /** Executes and commits a statement that returns no rows. */
    void execute(String sql, @Nullable Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
            end(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the table could not be written", e);
        }
    }

    /** Returns the version of each row of an environment, by external id. */
    Map<String, Long> versions(Environment environment) {
        var versions = new TreeMap<String, Long>();
        var sql = "select external_id, version from archivero_documents where environment = ?";
        read(sql, row -> versions.put(row.getString(1), row.getLong(2)), environment.wireName());
        return versions;
    }

    /** Returns every row, each as the text of all its columns, in the order of the key. */
    List<String> rows() {
        var rows = new ArrayList<String>();
        var sql = "select " + COLUMNS + " from archivero_documents order by environment, external_id";
        read(sql, row -> {
            var text = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                text.append(row.getString(i)).append('|');
            }
            rows.add(text.toString());
        });
        return rows;
    }

    /** Takes one row at a time. */
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String sql, RowReader reader, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = prepare(connection, sql, parameters)) {
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
            end(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the table could not be read", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** On a pool with autocommit off, a transaction is open by now. */
    private static void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    private static @Nullable Object utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
