package io.archivero.jdbc.postgres;

import io.archivero.jdbc.Backend;
import io.archivero.jdbc.DocumentDao;
import java.sql.SQLException;

/** What PostgreSQL does its own way, but for {@link PostgresStatements}. */
interface PostgresDocumentDao extends DocumentDao {
    /** By a lock until the end of the transaction. The number stands for Archivero, and for nothing else. */
    @Override
    default void migrateAlone(Backend.Step scripts) throws SQLException {
        getHandle()
                .createQuery("select 1 from pg_advisory_xact_lock(4717300266208193)")
                .mapTo(int.class)
                .one();
        scripts.run(this);
    }

    /** Until the transaction ends: the driver's way would cut the host's search path down to its first schema for good. */
    @Override
    default void inSchema(String schema, Backend.Step work) throws SQLException {
        getHandle()
                .createQuery("select set_config('search_path', :schema, true)")
                .bind("schema", schema)
                .mapTo(String.class)
                .one();
        work.run(this);
    }
}
