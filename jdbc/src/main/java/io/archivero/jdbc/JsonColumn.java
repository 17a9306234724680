package io.archivero.jdbc;

import io.archivero.JsonObject;
import io.archivero.spi.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a column of canonical JSON is read. */
@FunctionalInterface
public interface JsonColumn {
    /** Every driver can do that. */
    JsonColumn AS_TEXT = (row, column) -> StoredJson.of(row.getString(column));

    /** For drivers that pass on what a server sent in UTF-8: what is only compared then is never decoded. */
    JsonColumn AS_UTF8 = (row, column) -> StoredJson.ofUtf8(row.getBytes(column));

    /** Reads the column of the row at which the result stands; it is not null. */
    JsonObject read(ResultSet row, int column) throws SQLException;
}
