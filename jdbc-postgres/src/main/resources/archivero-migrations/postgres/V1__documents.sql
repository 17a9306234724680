-- Archivero on PostgreSQL, version 1. Never edited once released: a later version is a later script.
-- Can be applied by hand, or by Flyway or Liquibase, in the schema that is current.

create table if not exists archivero_schema (
    version integer not null primary key,
    applied_at timestamp with time zone not null
);

-- The binary collation orders keys as the library does, and lets an index serve a search by prefix.
-- The primary key can distribute the table over many machines by external_id; so there is no other unique constraint.
create table if not exists archivero_documents (
    environment text collate "C" not null,
    external_id text collate "C" not null,
    id uuid not null,
    client_id uuid not null,
    scope text collate "C" not null,
    type text collate "C" not null,
    category text collate "C",
    content_type text collate "C",
    filename text collate "C",
    size bigint,
    storage_path text collate "C",
    expires_at date,
    fields text collate "C" not null,
    metadata text collate "C" not null,
    status text collate "C" not null,
    verified_at timestamp with time zone,
    verified_by text collate "C",
    rejection_reason text collate "C",
    reviewed_at timestamp with time zone,
    reviewed_by text collate "C",
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    version bigint not null,
    primary key (environment, external_id)
);

create index if not exists archivero_documents_id on archivero_documents (id);
create index if not exists archivero_documents_client on archivero_documents (environment, client_id);

insert into archivero_schema (version, applied_at)
select 1, current_timestamp
where not exists (select 1 from archivero_schema where version = 1);
