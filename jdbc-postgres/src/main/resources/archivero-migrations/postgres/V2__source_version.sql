-- Archivero on PostgreSQL, version 2. Never edited once released: a later version is a later script.
-- Can be applied by hand, or by Flyway or Liquibase, in the schema that is current.

-- The version or timestamp that a document has in the system it comes from.
alter table archivero_documents add column if not exists source_version bigint;

-- Lists go by id, which is made from the time of creation: so the indexes that find documents also put them in order.
create index if not exists archivero_documents_environment_id on archivero_documents (environment, id);
create index if not exists archivero_documents_client_id on archivero_documents (environment, client_id, id);
drop index if exists archivero_documents_id;
drop index if exists archivero_documents_client;

insert into archivero_schema (version, applied_at)
select 2, current_timestamp
where not exists (select 1 from archivero_schema where version = 2);
