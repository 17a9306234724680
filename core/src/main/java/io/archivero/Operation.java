package io.archivero;

import java.util.Locale;

/** The operations of {@link DocumentRepository}, each named like its method, as a {@link RepositoryListener} is told of them. */
public enum Operation {
    /** A batch was upserted, atomically or item by item. */
    BATCH_UPSERT_BY_EXTERNAL_ID,
    /** An upsert was tried out: its outcomes are what would become of the items, and nothing was written. */
    PREVIEW_BATCH_UPSERT,
    /** One item was upserted. */
    UPSERT_BY_EXTERNAL_ID,
    /** Items were imported. Its batches are calls of their own, and tell the outcomes of the items. */
    IMPORT_ALL,
    /** A document was looked up by its id. */
    FIND_BY_ID,
    /** A document was looked up by its external id. */
    FIND_BY_EXTERNAL_ID,
    /** Documents were looked up by their external ids. */
    FIND_ALL_BY_EXTERNAL_ID,
    /** A page of a list was read. */
    LIST,
    /** A list was streamed. This call ends when the stream is closed; one that is never closed is never reported. */
    STREAM,
    /** Documents were counted. */
    COUNT,
    /** A document was verified. */
    VERIFY,
    /** A document was rejected. */
    REJECT,
    /** A file was attached to a document. */
    ATTACH_FILE,
    /** The file of a document was detached. */
    DETACH_FILE,
    /** Several documents were verified. */
    VERIFY_ALL_BY_EXTERNAL_ID,
    /** Several documents were rejected. */
    REJECT_ALL_BY_EXTERNAL_ID,
    /** Files were attached to several documents. */
    ATTACH_ALL_BY_EXTERNAL_ID,
    /** A document was deleted by its id. */
    DELETE_BY_ID,
    /** A document was deleted by its external id. */
    DELETE_BY_EXTERNAL_ID,
    /** Documents were deleted by their external ids. */
    DELETE_ALL_BY_EXTERNAL_ID,
    /** The documents of a client were deleted. */
    DELETE_ALL_BY_CLIENT_ID;

    /** Returns the lower-case form for logs and metrics, for example {@code find_by_id}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
