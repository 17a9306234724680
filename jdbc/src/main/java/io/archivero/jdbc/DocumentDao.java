package io.archivero.jdbc;

import io.archivero.Document;
import io.archivero.Environment;
import io.archivero.spi.UpsertPlan;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;
import org.jspecify.annotations.Nullable;

/**
 * The statements. Those that every database understands stand here; a backend's interface adds how rows are written, and
 * overrides what its database does better another way.
 *
 * <p>{@code <documents>} and {@code <versions>} stand for the two tables, in the schema that the host chose;
 * {@code <columns>} for {@link DocumentMapper#COLUMNS}.
 */
public interface DocumentDao extends SqlObject {
    /** Finds a document by id. */
    @SqlQuery("""
            select <columns>
            from <documents> d
            where d.environment = :environment and d.id = :id
            """)
    @UseRowMapper(DocumentMapper.class)
    Optional<Document> findById(@Bind("environment") String environment, @Bind("id") UUID id);

    /** Finds documents by external id. A join, because some databases do not look up a list of keys by the index. */
    @SqlQuery("""
            select <columns>
            from unnest(cast(:externalIds as varchar array)) as k(external_id)
            join <documents> d on d.environment = :environment and d.external_id = k.external_id
            """)
    @UseRowMapper(DocumentMapper.class)
    List<Document> findByExternalIds(
            @Bind("environment") String environment, @Bind("externalIds") ArrayArgument externalIds);

    /** Counts documents; a filter that is null does not count. */
    @SqlQuery("""
            select count(*)
            from <documents> d
            where d.environment = :environment
              and (cast(:clientId as uuid) is null or d.client_id = cast(:clientId as uuid))
              and (cast(:scope as varchar) is null or d.scope = cast(:scope as varchar))
              and (cast(:type as varchar) is null or d.type = cast(:type as varchar))
              and (cast(:category as varchar) is null or d.category = cast(:category as varchar))
              and (cast(:status as varchar) is null or d.status = cast(:status as varchar))
              and (cast(:prefix as varchar) is null or
                   left(d.external_id, char_length(cast(:prefix as varchar))) = cast(:prefix as varchar))
            """)
    long count(@Bind("environment") String environment, @BindMethods QueryFilter filter);

    /** Returns the newest version in the table of versions, or null if there is none. */
    @SqlQuery("select max(version) from <versions>")
    @Nullable Integer schemaVersion();

    /**
     * Lets the writers of a database take turns until their transactions end, where its own row locks do not do: called first
     * in every transaction that writes. Does nothing by default.
     */
    default void awaitTurn() {}

    /** Waits until no other process migrates, where the database has such a lock. Does nothing by default. */
    default void awaitMigrations() {}

    /**
     * Writes planned rows, in their order, each only if what is stored is still what its plan was made for. Reports one
     * {@link RowWrite} per plan, in their order.
     *
     * @throws SQLException if the database refused the statement; if it refused a row of it, none is written
     */
    List<RowWrite> write(Environment environment, List<UpsertPlan> plans) throws SQLException;
}
