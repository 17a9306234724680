package io.archivero.jdbc;

import io.archivero.IncompatibleStoreException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds the table of documents against what the library needs, and names everything that differs. */
final class TableCheck {
    private static final List<String> PRIMARY_KEY = List.of("environment", "external_id");
    private static final List<String> INDEXES =
            List.of("archivero_documents_environment_id", "archivero_documents_client_id");

    private record Found(String type, int length) {}

    private final DatabaseMetaData metaData;
    private final @Nullable String schema;
    private final Backend backend;
    private final List<String> differences = new ArrayList<>();

    TableCheck(DatabaseMetaData metaData, @Nullable String schema, Backend backend) {
        this.metaData = metaData;
        this.schema = schema;
        this.backend = backend;
    }

    void run(DocumentDao dao) throws SQLException {
        checkColumns();
        checkPrimaryKey();
        checkIndexes();
        differences.addAll(dao.differences());
        if (!differences.isEmpty()) {
            throw new IncompatibleStoreException("table " + TableNames.DOCUMENTS + " is not as the library needs it: "
                    + String.join("; ", differences));
        }
    }

    private void checkColumns() throws SQLException {
        var found = columns();
        for (var column : TableColumn.ALL) {
            var there = found.get(column.name());
            var type = backend.columnTypes().get(column.type());
            if (there == null) {
                differences.add("column " + column.name() + " is missing");
            } else if (!there.type().equalsIgnoreCase(type)) {
                differences.add("column " + column.name() + " is " + there.type() + ", not " + type);
            } else if (there.length() < column.length()) {
                differences.add(
                        "column " + column.name() + " holds " + there.length() + " characters, not " + column.length());
            }
        }
    }

    private Map<String, Found> columns() throws SQLException {
        var found = new TreeMap<String, Found>();
        var table = stored(metaData, TableNames.DOCUMENTS);
        try (var row = metaData.getColumns(null, schema, table, null)) {
            while (find(row, schema, table)) {
                found.put(
                        row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                        new Found(row.getString("TYPE_NAME"), row.getInt("COLUMN_SIZE")));
            }
        }
        return found;
    }

    private void checkPrimaryKey() throws SQLException {
        var columns = new TreeMap<Short, String>();
        try (var row = metaData.getPrimaryKeys(null, schema, stored(metaData, TableNames.DOCUMENTS))) {
            while (row.next()) {
                columns.put(
                        row.getShort("KEY_SEQ"), row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        if (!List.copyOf(columns.values()).equals(PRIMARY_KEY)) {
            differences.add("the primary key must be (" + String.join(", ", PRIMARY_KEY) + ")");
        }
    }

    private void checkIndexes() throws SQLException {
        var found = indexes(metaData, schema);
        INDEXES.stream()
                .filter(index -> !found.contains(index))
                .forEach(index -> differences.add("index " + index + " is missing"));
    }

    /** Returns the names of the table's indexes in lower case. */
    static Set<String> indexes(DatabaseMetaData metaData, @Nullable String schema) throws SQLException {
        Set<String> found = new HashSet<>();
        try (var row = metaData.getIndexInfo(null, schema, stored(metaData, TableNames.DOCUMENTS), false, true)) {
            while (row.next()) {
                var name = row.getString("INDEX_NAME");
                if (name != null) {
                    found.add(name.toLowerCase(Locale.ROOT));
                }
            }
        }
        return found;
    }

    /** Moves on to the next row about the table itself: the catalogue was asked by patterns, in which an underscore is a wildcard. */
    static boolean find(ResultSet row, @Nullable String schema, String table) throws SQLException {
        while (row.next()) {
            if (table.equals(row.getString("TABLE_NAME")) && Objects.equals(schema, row.getString("TABLE_SCHEM"))) {
                return true;
            }
        }
        return false;
    }

    /** An unquoted identifier as the database's catalogue spells it. */
    static String stored(DatabaseMetaData metaData, String identifier) throws SQLException {
        if (metaData.storesUpperCaseIdentifiers()) {
            return identifier.toUpperCase(Locale.ROOT);
        }
        return metaData.storesLowerCaseIdentifiers() ? identifier.toLowerCase(Locale.ROOT) : identifier;
    }
}
