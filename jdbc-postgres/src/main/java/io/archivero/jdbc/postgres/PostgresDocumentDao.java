package io.archivero.jdbc.postgres;

import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.jdbc.Backend;
import io.archivero.jdbc.DocumentDao;
import io.archivero.jdbc.DocumentLists;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What PostgreSQL does its own way, but for {@link PostgresStatements}. */
interface PostgresDocumentDao extends DocumentDao {
    /** Equality, since what is asked for are scalars: containment of objects goes no deeper then. */
    @Override
    default String metadataCondition() {
        return "(cast(:metadata as jsonb) is null or cast(d.metadata as jsonb) @> cast(:metadata as jsonb))";
    }

    @Override
    default long count(Environment environment, DocumentQuery query) {
        return new DocumentLists(this, environment, query).count();
    }

    /** Returns the names of a table's indexes, but for those that a failure left behind. */
    @SqlQuery("""
            select lower(c.relname)
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            where i.indrelid = to_regclass(cast(:table as text)) and i.indisvalid
            """)
    Set<String> validIndexes(@Bind("table") String table);

    @Override
    default Set<String> indexes() {
        return validIndexes(documents());
    }

    /**
     * Returns the columns that a host has given a collation by which keys come in another order than their bytes', so that a search
     * by prefix would miss some, or by which texts that differ are equal. Engines that speak PostgreSQL may not know of the latter.
     */
    @SqlQuery("""
            select 'column ' || a.attname || ' has collation ' || c.collname
            from pg_attribute a
            join pg_collation c on c.oid = a.attcollation
            where a.attrelid = to_regclass(cast(:table as text)) and not a.attisdropped
              and (a.attname in ('environment', 'external_id') and c.collname <> 'C'
                   or to_jsonb(c) ->> 'collisdeterministic' = 'false')
            order by a.attnum
            """)
    List<String> wrongCollations(@Bind("table") String table);

    @Override
    default List<String> differences() {
        return wrongCollations(documents());
    }

    private String documents() {
        return String.valueOf(getHandle().getConfig(SqlStatements.class).getAttribute("documents"));
    }

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
