package io.archivero.jdbc.postgres;

import io.archivero.Document;
import io.archivero.Environment;
import io.archivero.jdbc.ArrayArgument;
import io.archivero.jdbc.Backend;
import io.archivero.jdbc.DocumentDao;
import io.archivero.jdbc.DocumentMapper;
import io.archivero.jdbc.RowWrite;
import io.archivero.spi.WritePlan;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;

/**
 * What PostgreSQL does its own way.
 *
 * <p>A batch is written by one statement that inserts new rows, replaces known ones, and says which it wrote. Its rows are
 * sorted, so locks are taken in the order of the keys. It has no trick that a distributed PostgreSQL would not understand.
 *
 * <p>A row that is known must not be inserted if a rival has deleted it since. So the next version of a known row travels
 * negated. Where the row is still at the version and id that were read, the statement turns the sign; where it is gone, the
 * row is inserted with its sign, which tells on it: it is taken out again before anybody can see it.
 */
interface PostgresDocumentDao extends DocumentDao {
    /** Writes rows; the parameters are the environment, then {@link PlanArrays} in their order. */
    String WRITE = """
            insert into <documents> as d (
              environment, external_id, id, client_id, scope, type, category,
              content_type, filename, size, storage_path, expires_at, fields, metadata, source_version,
              status, verified_at, verified_by, rejection_reason, reviewed_at, reviewed_by,
              created_at, updated_at, version)
            select ?, u.*
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as u (
              external_id, id, client_id, scope, type, category,
              content_type, filename, size, storage_path, expires_at, fields, metadata, source_version,
              status, verified_at, verified_by, rejection_reason, reviewed_at, reviewed_by,
              created_at, updated_at, version)
            order by u.external_id collate "C"
            on conflict (environment, external_id) do update set
              client_id = excluded.client_id, scope = excluded.scope, type = excluded.type,
              category = excluded.category, content_type = excluded.content_type, filename = excluded.filename,
              size = excluded.size, storage_path = excluded.storage_path, expires_at = excluded.expires_at,
              fields = excluded.fields, metadata = excluded.metadata, source_version = excluded.source_version,
              status = excluded.status,
              verified_at = excluded.verified_at, verified_by = excluded.verified_by,
              rejection_reason = excluded.rejection_reason, reviewed_at = excluded.reviewed_at,
              reviewed_by = excluded.reviewed_by, updated_at = excluded.updated_at, version = -excluded.version
            where d.version = -excluded.version - 1 and d.id = excluded.id
            returning d.external_id, d.version
            """;

    /** Prunes to the shards that matter where the table is spread over machines, as a join would not. */
    @Override
    @SqlQuery("""
            select <columns>
            from <documents> d
            where d.environment = :environment and d.external_id = any(:externalIds)
            """)
    @UseRowMapper(DocumentMapper.class)
    List<Document> findByExternalIds(
            @Bind("environment") String environment, @Bind("externalIds") ArrayArgument externalIds);

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

    /** Takes out the rows that {@link #WRITE} inserted in place of rows that had been deleted. */
    @SqlUpdate("""
            delete from <documents> d
            where d.environment = :environment and d.external_id = any(:externalIds) and d.version = -abs(d.version)
            """)
    void takeOut(@Bind("environment") String environment, @Bind("externalIds") ArrayArgument externalIds);

    @Override
    default List<RowWrite> write(Environment environment, List<WritePlan> plans) throws SQLException {
        var versions = sendRows(environment, plans);
        var deletedMeanwhile = versions.entrySet().stream()
                .filter(row -> row.getValue() < 0)
                .map(Map.Entry::getKey)
                .toList();
        if (!deletedMeanwhile.isEmpty()) {
            takeOut(environment.wireName(), ArrayArgument.ofText(getHandle().getConnection(), deletedMeanwhile));
        }
        return plans.stream()
                .map(plan ->
                        versions.getOrDefault(plan.row().externalId(), -1L) < 0 ? RowWrite.OVERTAKEN : RowWrite.WRITTEN)
                .toList();
    }

    /** Returns the versions of the rows that were written, by external id. */
    private Map<String, Long> sendRows(Environment environment, List<WritePlan> plans) throws SQLException {
        var versions = new HashMap<String, Long>(2 * plans.size());
        try (var query = getHandle().createQuery(WRITE)) {
            query.bind(0, environment.wireName());
            int position = 1;
            for (var array : PlanArrays.of(getHandle().getConnection(), plans)) {
                query.bind(position++, new ArrayArgument(array));
            }
            query.map((row, context) -> versions.put(row.getString(1), row.getLong(2)))
                    .list();
        }
        return versions;
    }
}
