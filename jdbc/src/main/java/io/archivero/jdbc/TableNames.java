package io.archivero.jdbc;

import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * The library's two tables, in the schema that the host chose or else in the connection's own.
 *
 * @param schema the schema as an ordinary, unquoted identifier; null for the connection's own
 */
record TableNames(@Nullable String schema) {
    /** The table of documents. */
    static final String DOCUMENTS = "archivero_documents";
    /** The table that tells which scripts have been applied. */
    static final String VERSIONS = "archivero_schema";

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    TableNames {
        if (schema != null && !IDENTIFIER.matcher(schema).matches()) {
            throw new IllegalArgumentException(
                    "schema must be 1 to 63 letters, digits and underscores, and not begin with a digit");
        }
    }

    /** Lets the statements of a handle speak of {@code <documents>}, {@code <versions>} and {@code <columns>}. */
    void define(SqlStatements statements) {
        statements.define("documents", qualified(DOCUMENTS));
        statements.define("versions", qualified(VERSIONS));
        statements.define("columns", DocumentMapper.COLUMNS);
    }

    /** Returns a statement in which they stand for the same. */
    String fill(String sql) {
        return sql.replace("<documents>", qualified(DOCUMENTS))
                .replace("<versions>", qualified(VERSIONS))
                .replace("<columns>", DocumentMapper.COLUMNS);
    }

    private String qualified(String table) {
        return schema == null ? table : schema + "." + table;
    }
}
