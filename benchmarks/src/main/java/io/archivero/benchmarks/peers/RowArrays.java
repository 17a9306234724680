package io.archivero.benchmarks.peers;

import io.archivero.benchmarks.CardRow;
import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds the rows of a batch to a statement on PostgreSQL column by column, as one array each. */
final class RowArrays {
    private final Connection connection;
    private final PreparedStatement statement;
    private final List<CardRow> rows;
    private int position;

    private RowArrays(PreparedStatement statement, List<CardRow> rows, int position) throws SQLException {
        this.connection = statement.getConnection();
        this.statement = statement;
        this.rows = rows;
        this.position = position;
    }

    /** Binds the columns that differ from row to row, beginning with that position. */
    static void bind(PreparedStatement statement, int first, List<CardRow> rows) throws SQLException {
        var columns = new RowArrays(statement, rows, first);
        columns.add("text", String.class, CardRow::externalId);
        columns.add("uuid", String.class, row -> row.id().toString());
        columns.add("uuid", String.class, row -> row.clientId().toString());
        columns.add("text", String.class, CardRow::scope);
        columns.add("text", String.class, CardRow::type);
        columns.add("text", String.class, CardRow::category);
        columns.add("text", String.class, CardRow::contentType);
        columns.add("text", String.class, CardRow::filename);
        columns.add("int8", Long.class, CardRow::size);
        columns.add("text", String.class, CardRow::storagePath);
        columns.add("date", String.class, row -> {
            var day = row.expiresAt();
            return day == null ? null : day.toString();
        });
        columns.add("text", String.class, CardRow::fields);
        columns.add("text", String.class, CardRow::metadata);
        columns.add("text", String.class, CardRow::status);
        columns.add("bytea", byte[].class, CardRow::contentHash);
    }

    /** The driver sends arrays of strings and numbers in a fast way, and arrays of anything else in a slow one. */
    private <T> void add(String type, Class<T> element, Function<CardRow, @Nullable T> value) throws SQLException {
        var column = Array.newInstance(element, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Array.set(column, i, value.apply(rows.get(i)));
        }
        statement.setArray(position++, connection.createArrayOf(type, (Object[]) column));
    }
}
