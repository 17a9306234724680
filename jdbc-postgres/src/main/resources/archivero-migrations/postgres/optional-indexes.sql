-- Archivero on PostgreSQL: indexes that a host may add, one by one, for the lists that it asks for often. Each makes
-- writing slower. The library finds them by their names, without being told. On a table in use, add the word concurrently.

-- Documents of one status, such as those that wait for a review.
create index if not exists archivero_documents_status_id on archivero_documents (environment, status, id);

-- Documents that expire within a range of days.
create index if not exists archivero_documents_expires_at_id on archivero_documents (environment, expires_at, id);

-- Documents that changed within a range of time.
create index if not exists archivero_documents_updated_at_id on archivero_documents (environment, updated_at, id);

-- Documents by the entries of their metadata.
create index if not exists archivero_documents_metadata
    on archivero_documents using gin ((cast(metadata as jsonb)) jsonb_path_ops);
