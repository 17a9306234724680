package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Shelf;
import io.archivero.benchmarks.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Plain Jdbi: an SQL Object with {@code @SqlBatch}, {@code @GetGeneratedKeys} and {@code @BindMethods}. Rows that were not
 * written return no keys, and are read back by one query.
 */
final class JdbiBatch implements Contender {
    /** The statements for PostgreSQL; public, because Jdbi wants it so. */
    public interface PostgresDao extends Dao {
        @Override
        @SqlBatch("""
                insert into archivero_documents as d (
                  environment, external_id, id, client_id, scope, type, category, content_type, filename, size, storage_path,
                  expires_at, fields, metadata, status, created_at, updated_at, content_hash, version)
                values (
                  :environment, :externalId, :id, :clientId, :scope, :type, :category, :contentType, :filename, :size,
                  :storagePath, :expiresAt, :fields, :metadata, :status, :now, :now, :contentHash, 1)
                on conflict (environment, external_id) do update set
                  client_id = excluded.client_id, scope = excluded.scope, type = excluded.type,
                  category = excluded.category, content_type = excluded.content_type, filename = excluded.filename,
                  size = excluded.size, storage_path = excluded.storage_path, expires_at = excluded.expires_at,
                  fields = excluded.fields, metadata = excluded.metadata, status = excluded.status, verified_at = null,
                  verified_by = null, rejection_reason = null, reviewed_at = null, reviewed_by = null,
                  updated_at = excluded.updated_at, content_hash = excluded.content_hash, version = d.version + 1
                where d.content_hash <> excluded.content_hash
                """)
        @GetGeneratedKeys({"external_id", "id", "version", "created_at", "updated_at"})
        List<StoredCard> upsert(@BindMethods List<CardRow> rows);

        @Override
        @SqlQuery("""
                select external_id, id, version, created_at, updated_at
                from archivero_documents
                where environment = 'test' and external_id = any(:externalIds)
                """)
        List<StoredCard> find(@Bind("externalIds") String[] externalIds);
    }

    /** The statements for H2. */
    public interface H2Dao extends Dao {
        @Override
        @SqlBatch("""
                merge into archivero_documents d
                using (
                  select cast(:environment as varchar) environment, cast(:externalId as varchar) external_id,
                    cast(:id as uuid) id, cast(:clientId as uuid) client_id, cast(:scope as varchar) scope,
                    cast(:type as varchar) type, cast(:category as varchar) category,
                    cast(:contentType as varchar) content_type, cast(:filename as varchar) filename,
                    cast(:size as bigint) size, cast(:storagePath as varchar) storage_path,
                    cast(:expiresAt as date) expires_at, cast(:fields as varchar) fields,
                    cast(:metadata as varchar) metadata, cast(:status as varchar) status,
                    cast(:now as timestamp(6) with time zone) updated_at, cast(:contentHash as varbinary) content_hash
                ) n
                on d.environment = n.environment and d.external_id = n.external_id
                when matched and d.content_hash <> n.content_hash then update set
                  client_id = n.client_id, scope = n.scope, type = n.type, category = n.category,
                  content_type = n.content_type, filename = n.filename, size = n.size,
                  storage_path = n.storage_path, expires_at = n.expires_at, fields = n.fields,
                  metadata = n.metadata, status = n.status, verified_at = null, verified_by = null,
                  rejection_reason = null, reviewed_at = null, reviewed_by = null, updated_at = n.updated_at,
                  content_hash = n.content_hash, version = d.version + 1
                when not matched then insert (
                  environment, external_id, id, client_id, scope, type, category, content_type, filename, size,
                  storage_path, expires_at, fields, metadata, status, created_at, updated_at, content_hash, version)
                values (
                  n.environment, n.external_id, n.id, n.client_id, n.scope, n.type, n.category, n.content_type,
                  n.filename, n.size, n.storage_path, n.expires_at, n.fields, n.metadata, n.status, n.updated_at,
                  n.updated_at, n.content_hash, 1)
                """)
        @GetGeneratedKeys({"EXTERNAL_ID", "ID", "VERSION", "CREATED_AT", "UPDATED_AT"})
        List<StoredCard> upsert(@BindMethods List<CardRow> rows);

        @Override
        @SqlQuery("""
                select d.external_id, d.id, d.version, d.created_at, d.updated_at
                from unnest(cast(:externalIds as varchar array)) as k(external_id)
                join archivero_documents d on d.environment = 'test' and d.external_id = k.external_id
                """)
        List<StoredCard> find(@Bind("externalIds") String[] externalIds);
    }

    /** What both have. */
    public interface Dao {
        /** Stores rows; returns those that were written. */
        List<StoredCard> upsert(List<CardRow> rows);

        /** Finds rows by their keys. */
        List<StoredCard> find(String[] externalIds);
    }

    private final Place place;
    private final Shelf shelf;
    private final Jdbi jdbi;
    private final Class<? extends Dao> dao;

    JdbiBatch(Place place) {
        this.place = place;
        this.shelf = new Table(place);
        this.dao = place.backend().isPostgres() ? PostgresDao.class : H2Dao.class;
        this.jdbi = Jdbi.create(place.dataSource())
                .installPlugin(new SqlObjectPlugin())
                .registerArrayType(String.class, "varchar")
                .registerRowMapper(StoredCard.class, (row, context) -> StoredCard.of(row));
    }

    @Override
    public String name() {
        return "jdbi";
    }

    @Override
    public Shelf shelf() {
        return shelf;
    }

    @Override
    public Answers upsert(List<DocumentUpsert> items) throws SQLException {
        var answers = jdbi.inTransaction(handle -> inTransaction(handle.attach(dao), items));
        place.sync(answers);
        return answers;
    }

    private static Answers inTransaction(Dao dao, List<DocumentUpsert> items) {
        var rows = CardRow.hashed(items);
        var cards = new ArrayList<>(dao.upsert(rows));
        var unwritten = unwritten(rows, cards);
        if (unwritten.length > 0) {
            cards.addAll(dao.find(unwritten));
        }
        return StoredCard.readBack(items, rows, cards);
    }

    private static String[] unwritten(List<CardRow> rows, List<StoredCard> written) {
        Set<String> keys = new HashSet<>();
        written.forEach(card -> keys.add(card.externalId()));
        return rows.stream()
                .map(CardRow::externalId)
                .filter(key -> !keys.contains(key))
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        place.close();
    }
}
