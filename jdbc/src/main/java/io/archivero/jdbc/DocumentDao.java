package io.archivero.jdbc;

import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.BatchChunkSize;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;
import org.jspecify.annotations.Nullable;

/**
 * The statements, but for {@link BatchStatements}. Those that every database understands stand here; a backend's interface
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

    /**
     * Returns the condition on the metadata of a document {@code d}, given {@code :metadata} or {@code :metadataEntry} of
     * {@link QueryFilter}, which are null if the query does not ask for any. It may let in documents that a look into their metadata
     * turns down; by default those that have the entry somewhere inside.
     */
    default String metadataCondition() {
        return "(cast(:metadataEntry as varchar) is null or position(cast(:metadataEntry as varchar) in d.metadata) > 0)";
    }

    /** Returns the names of the table's indexes in lower case, to find out which optional ones are there. */
    default Set<String> indexes() throws SQLException {
        var connection = getHandle().getConnection();
        var metaData = connection.getMetaData();
        var table = String.valueOf(getHandle().getConfig(SqlStatements.class).getAttribute("documents"));
        int dot = table.indexOf('.');
        var schema = dot < 0 ? connection.getSchema() : TableCheck.stored(metaData, table.substring(0, dot));
        return TableCheck.indexes(metaData, schema);
    }

    /** Counts the documents that a query matches. */
    default long count(Environment environment, DocumentQuery query) throws SQLException {
        var lists = new DocumentLists(this, environment, query);
        return query.metadata().equals(JsonObject.EMPTY) ? lists.count() : lists.countOneByOne();
    }

    /** Returns the external ids of a client's documents. */
    @SqlQuery("select external_id from <documents> where environment = :environment and client_id = :clientId")
    List<String> externalIdsOf(@Bind("environment") String environment, @Bind("clientId") UUID clientId);

    /** Deletes documents, one after the other in the order of the ids, with few messages; returns the count of each. */
    @SqlBatch(
            value = "delete from <documents> where environment = :environment and external_id = :externalId",
            transactional = false)
    @BatchChunkSize(1_000)
    int[] delete(@Bind("environment") String environment, @Bind("externalId") Iterable<String> externalIds);

    /** Deletes those documents that are a client's, as {@link #delete} does. */
    @SqlBatch(value = """
            delete from <documents>
            where environment = :environment and external_id = :externalId and client_id = :clientId
            """, transactional = false)
    @BatchChunkSize(1_000)
    int[] deleteOf(
            @Bind("environment") String environment,
            @Bind("externalId") Iterable<String> externalIds,
            @Bind("clientId") UUID clientId);

    /** Deletes a document if it is still the one that was seen; returns the count. */
    @SqlUpdate("""
            delete from <documents>
            where environment = :environment and external_id = :externalId and id = :id and version = :version
            """)
    int deleteSeen(
            @Bind("environment") String environment,
            @Bind("externalId") String externalId,
            @Bind("id") UUID id,
            @Bind("version") long version);

    /**
     * Returns the newest version in the table of versions, or null if there is none. Added to nothing, so that H2 does not walk its
     * index backwards: above READ COMMITTED it gets lost there among what the transaction itself has written.
     */
    @SqlQuery("select max(version + 0) from <versions>")
    @Nullable Integer schemaVersion();

    /** Returns what no catalogue but this database's own tells of the table of documents and is not as the library needs it. */
    default List<String> differences() {
        return List.of();
    }

    /** Runs scripts while nobody else runs any. */
    void migrateAlone(Backend.Step scripts) throws SQLException;

    /** Does something with another schema as the current one. The connection has its own again afterwards. */
    default void inSchema(String schema, Backend.Step work) throws SQLException {
        var connection = getHandle().getConnection();
        var before = connection.getSchema();
        connection.setSchema(schema);
        try {
            work.run(this);
        } finally {
            connection.setSchema(before);
        }
    }
}
