-- Archivero on H2, version 1. Never edited once released: a later version is a later script.
-- Can be applied by hand, or by Flyway or Liquibase, in the schema that is current.

create table if not exists archivero_schema (
    version integer not null primary key,
    applied_at timestamp(6) with time zone not null
);

-- Lengths count UTF-16 units here: two for each code point that the library allows. Text rather than large objects,
-- which are slower by far.
create table if not exists archivero_documents (
    environment varchar(4) not null,
    external_id varchar(510) not null,
    id uuid not null,
    client_id uuid not null,
    scope varchar(2) not null,
    type varchar(64) not null,
    category varchar(13),
    content_type varchar(15),
    filename varchar(510),
    size bigint,
    storage_path varchar(2048),
    expires_at date,
    fields varchar(1048576) not null,
    metadata varchar(1048576) not null,
    status varchar(14) not null,
    verified_at timestamp(6) with time zone,
    verified_by varchar(510),
    rejection_reason varchar(2048),
    reviewed_at timestamp(6) with time zone,
    reviewed_by varchar(510),
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    version bigint not null,
    primary key (environment, external_id)
);

create index if not exists archivero_documents_id on archivero_documents (id);
create index if not exists archivero_documents_client on archivero_documents (environment, client_id);

insert into archivero_schema (version, applied_at)
select 1, current_timestamp
where not exists (select 1 from archivero_schema where version = 1);
