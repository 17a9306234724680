package io.archivero.jdbc;

import io.archivero.IncompatibleStoreException;
import io.archivero.SchemaMode;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tables to the version that the library works with, by the backend's numbered scripts.
 *
 * <ol>
 *   <li>Find out which version is there; a newer one than ours is refused.
 *   <li>If ours is newer and the mode allows it, wait until nobody else migrates, look again, and apply what is missing. A
 *       script can be applied twice without harm, where another process cannot be kept away.
 *   <li>Check the outcome column by column.
 * </ol>
 */
final class Migrations {
    private final Backend backend;
    private final TableNames tables;

    Migrations(Backend backend, TableNames tables) {
        this.backend = backend;
        this.tables = tables;
    }

    /** Does what the mode says, in the current transaction. */
    void run(DocumentDao dao, SchemaMode mode) throws SQLException {
        if (mode == SchemaMode.NONE) {
            return;
        }
        var connection = dao.getHandle().getConnection();
        var schema = schemaName(connection);
        if (schema == null) {
            throw new IncompatibleStoreException(
                    "the connection has no current schema to keep the tables in: set one, or choose one by schema(...)");
        }
        if (mode == SchemaMode.MIGRATE && version(dao, schema) < backend.version()) {
            dao.migrateAlone(same -> migrate(same, schema));
        }
        int version = version(dao, schema);
        if (version > backend.version()) {
            throw new IncompatibleStoreException("the tables are at version " + version
                    + ", but this version of the library works with version " + backend.version()
                    + ": upgrade the library");
        }
        if (version < backend.version()) {
            throw new IncompatibleStoreException(
                    "the tables are at version " + version + ", but the library needs version " + backend.version()
                            + ": apply the scripts, or open with SchemaMode.MIGRATE");
        }
        new TableCheck(connection.getMetaData(), schema, backend).run(dao);
    }

    /** Makes sure that the tables outlive the connection that made them, as those of a database in memory need not. */
    void requireLasting(DocumentDao dao, SchemaMode mode) throws SQLException {
        if (mode != SchemaMode.NONE && version(dao, schemaName(dao.getHandle().getConnection())) == 0) {
            throw new IncompatibleStoreException(
                    "the tables are gone with the connection that saw them: every connection must lead to the same schema of "
                            + "one database, and a database in memory must stay open (on H2, add DB_CLOSE_DELAY=-1 to its URL)");
        }
    }

    private void migrate(DocumentDao dao, String schema) throws SQLException {
        if (tables.schema() == null) {
            apply(dao, schema);
            return;
        }
        if (!exists(dao.getHandle().getConnection(), schema)) {
            dao.getHandle().execute("create schema if not exists " + tables.schema());
        }
        dao.inSchema(schema, same -> apply(same, schema));
    }

    private void apply(DocumentDao dao, String schema) throws SQLException {
        for (int version = version(dao, schema); version < backend.version(); version++) {
            try (var script = dao.getHandle().createScript(backend.migrations().get(version))) {
                script.execute();
            } catch (RuntimeException failure) {
                if (!appliedByRival(dao, schema, version)) {
                    throw failure;
                }
            }
        }
    }

    /** Where nothing keeps another process away, both may apply a script, and one find its last line taken. */
    private static boolean appliedByRival(DocumentDao dao, String schema, int version) {
        try {
            return version(dao, schema) > version;
        } catch (SQLException | RuntimeException spoilt) {
            return false; // the failure of the script is the one to report
        }
    }

    /** The version of the tables; 0 if there are none. */
    private static int version(DocumentDao dao, @Nullable String schema) throws SQLException {
        var metaData = dao.getHandle().getConnection().getMetaData();
        var table = TableCheck.stored(metaData, TableNames.VERSIONS);
        try (var found = metaData.getTables(null, schema, table, null)) {
            if (!TableCheck.find(found, schema, table)) {
                return 0;
            }
        }
        var version = dao.schemaVersion();
        return version == null ? 0 : version;
    }

    /** The schema as the database's catalogue spells it. */
    private @Nullable String schemaName(Connection connection) throws SQLException {
        return tables.schema() == null
                ? connection.getSchema()
                : TableCheck.stored(connection.getMetaData(), tables.schema());
    }

    private static boolean exists(Connection connection, String schema) throws SQLException {
        try (var found = connection.getMetaData().getSchemas(null, schema)) {
            while (found.next()) {
                if (schema.equals(found.getString("TABLE_SCHEM"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
