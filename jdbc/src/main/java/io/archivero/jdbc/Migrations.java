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
 *   <li>If ours is newer and the mode allows it, wait for the database's migration lock, look again, and apply what is missing.
 *       A script can be applied twice without harm, for databases that have no such lock.
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
        if (mode == SchemaMode.MIGRATE && version(dao, schema) < backend.version()) {
            dao.awaitMigrations();
            migrate(dao, schema);
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
        new TableCheck(connection.getMetaData(), schema, backend).run();
    }

    private void migrate(DocumentDao dao, @Nullable String schema) throws SQLException {
        var handle = dao.getHandle();
        if (tables.schema() == null) {
            apply(dao, schema);
            return;
        }
        var connection = handle.getConnection();
        if (!exists(connection, schema)) {
            handle.execute("create schema if not exists " + tables.schema());
        }
        var before = connection.getSchema();
        connection.setSchema(schema);
        try {
            apply(dao, schema);
        } finally {
            connection.setSchema(before);
        }
    }

    private void apply(DocumentDao dao, @Nullable String schema) throws SQLException {
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

    /** Without a lock on migrations two processes may apply a script at once, and one find its last line taken. */
    private static boolean appliedByRival(DocumentDao dao, @Nullable String schema, int version) {
        try {
            return version(dao, schema) > version;
        } catch (SQLException | RuntimeException spoilt) {
            return false; // the failure of the script is the one to report
        }
    }

    /** The version of the tables; 0 if there are none. */
    private static int version(DocumentDao dao, @Nullable String schema) throws SQLException {
        var metaData = dao.getHandle().getConnection().getMetaData();
        try (var found = metaData.getTables(null, schema, TableCheck.stored(metaData, TableNames.VERSIONS), null)) {
            if (!found.next()) {
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

    private static boolean exists(Connection connection, @Nullable String schema) throws SQLException {
        try (var found = connection.getMetaData().getSchemas(null, schema)) {
            return found.next();
        }
    }
}
