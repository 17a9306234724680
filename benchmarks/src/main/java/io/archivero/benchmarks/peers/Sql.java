package io.archivero.benchmarks.peers;

import io.archivero.benchmarks.Backend;

/** Statements that several contenders share. */
final class Sql {
    /** Stores one row on PostgreSQL, unless it is stored as it is; the parameters are those of a whole row. */
    static final String POSTGRES_UPSERT = """
            insert into archivero_documents as d (
              environment, external_id, id, client_id, scope, type, category, content_type, filename, size, storage_path,
              expires_at, fields, metadata, status, created_at, updated_at, content_hash, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            on conflict (environment, external_id) do update set
              client_id = excluded.client_id, scope = excluded.scope, type = excluded.type, category = excluded.category,
              content_type = excluded.content_type, filename = excluded.filename, size = excluded.size,
              storage_path = excluded.storage_path, expires_at = excluded.expires_at, fields = excluded.fields,
              metadata = excluded.metadata, status = excluded.status, verified_at = null, verified_by = null,
              rejection_reason = null, reviewed_at = null, reviewed_by = null, updated_at = excluded.updated_at,
              content_hash = excluded.content_hash, version = d.version + 1
            where d.content_hash <> excluded.content_hash
            """;

    /** Does the same, and answers with the row if it was written. */
    static final String POSTGRES_UPSERT_RETURNING =
            POSTGRES_UPSERT + "returning external_id, id, version, created_at, updated_at";

    /** Stores one row on H2, unless it is stored as it is. H2 has to be told the types of parameters in a select. */
    static final String H2_UPSERT = """
            merge into archivero_documents d
            using (
              select cast(? as varchar) environment, cast(? as varchar) external_id, cast(? as uuid) id,
                cast(? as uuid) client_id, cast(? as varchar) scope, cast(? as varchar) type, cast(? as varchar) category,
                cast(? as varchar) content_type, cast(? as varchar) filename, cast(? as bigint) size,
                cast(? as varchar) storage_path, cast(? as date) expires_at, cast(? as varchar) fields,
                cast(? as varchar) metadata, cast(? as varchar) status, cast(? as timestamp(6) with time zone) created_at,
                cast(? as timestamp(6) with time zone) updated_at, cast(? as varbinary) content_hash
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
              environment, external_id, id, client_id, scope, type, category, content_type, filename, size, storage_path,
              expires_at, fields, metadata, status, created_at, updated_at, content_hash, version)
            values (
              n.environment, n.external_id, n.id, n.client_id, n.scope, n.type, n.category, n.content_type, n.filename,
              n.size, n.storage_path, n.expires_at, n.fields, n.metadata, n.status, n.created_at, n.updated_at,
              n.content_hash, 1)
            """;

    /** Finds rows by an array of keys on PostgreSQL. */
    static final String POSTGRES_FIND = """
            select external_id, id, version, created_at, updated_at
            from archivero_documents
            where environment = 'test' and external_id = any(?)
            """;

    /** Finds rows by an array of keys on H2, which would use half of the index only if it were asked as PostgreSQL is. */
    static final String H2_FIND = """
            select d.external_id, d.id, d.version, d.created_at, d.updated_at
            from unnest(cast(? as varchar array)) as k(external_id)
            join archivero_documents d on d.environment = 'test' and d.external_id = k.external_id
            """;

    private Sql() {}

    /** Returns what stores one row. */
    static String upsert(Backend backend) {
        return backend.isPostgres() ? POSTGRES_UPSERT : H2_UPSERT;
    }

    /** Returns what finds rows by an array of keys. */
    static String find(Backend backend) {
        return backend.isPostgres() ? POSTGRES_FIND : H2_FIND;
    }
}
