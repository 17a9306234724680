package io.archivero;

import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keeps documents under somebody else's ids, apart by environment. Safe for use by many threads: one instance per
 * application is enough.
 *
 * <p>Every method throws {@code NullPointerException}, naming the parameter, for a null; {@link StoreUnavailableException}
 * when the database could not be reached or stayed busy (nothing was written); {@link UnknownOutcomeException} when the
 * connection broke while a write was committed; and {@link DocumentStoreException} for any other failure of the database. An
 * interrupt does not stop a call, except while it waits to try again; the thread's interrupt flag is kept. A repository that
 * was closed throws {@code IllegalStateException}.
 */
public interface DocumentRepository {
    /** The most items of one batch. */
    int MAX_BATCH_SIZE = 250;

    /**
     * Creates or replaces 1 to {@value #MAX_BATCH_SIZE} documents by their external ids, in one transaction.
     *
     * <p>An item whose external id is new in the environment is created. Any other replaces all that a caller sets: an absent
     * optional attribute becomes absent. Only the four attributes of the file are kept when the item carries none of them. What
     * is stored already is left alone, whatever the guards say, so a batch can always be replayed. A change of what was
     * reviewed starts the review again.
     *
     * <p>Atomic, either every item ends well or the store is exactly as before. Partial, every item that can be stored is
     * stored, and no item depends on its neighbours; but an external id that occurs twice is refused in both modes. The result does
     * not depend on the order of the items.
     *
     * <p>Batches of several threads or processes may overlap in any order without deadlock. The list is read once; it may be
     * changed afterwards.
     *
     * @param environment where the documents live
     * @param items what to store
     * @param atomic whether one fault refuses the whole batch
     * @return one answer per item, in the order of the items
     * @throws InvalidBatchException if the list is null, holds a null, or has a wrong size; nothing was written
     * @throws BatchRejectedException if the batch is atomic and an item cannot be stored; nothing was written
     */
    BatchUpsertResult batchUpsertByExternalId(Environment environment, List<DocumentUpsert> items, boolean atomic);

    /** Does the same as {@link #batchUpsertByExternalId(Environment, List, boolean)}, atomically. */
    default BatchUpsertResult batchUpsertByExternalId(Environment environment, List<DocumentUpsert> items) {
        return batchUpsertByExternalId(environment, items, true);
    }

    /**
     * Answers like a partial batch, but writes nothing and locks nothing. The document of each answer is what is stored now, if
     * anything. After an {@link UnknownOutcomeException} it tells what became of the batch: what was written is UNCHANGED.
     *
     * @throws InvalidBatchException if the list is null, holds a null, or has a wrong size
     */
    BatchUpsertResult previewBatchUpsert(Environment environment, List<DocumentUpsert> items);

    /**
     * Creates or replaces one document by its external id.
     *
     * @return what became of it: one of the first four outcomes
     * @throws BatchRejectedException if it cannot be stored; nothing was written
     */
    ItemResult upsertByExternalId(Environment environment, DocumentUpsert item);

    /** Finds the document with that id, if the environment has one. */
    Optional<Document> findById(Environment environment, UUID id);

    /** Finds the document with exactly that external id, if the environment has one. */
    Optional<Document> findByExternalId(Environment environment, String externalId);

    /**
     * Finds the documents with these external ids, with one statement. External ids without a document, malformed ones
     * among them, have no entry; one that is asked twice has one.
     *
     * @return the documents by external id, in the order in which the ids were first asked for; unmodifiable
     */
    Map<String, Document> findAllByExternalId(Environment environment, Collection<String> externalIds);

    /**
     * Lists the environment's documents that the query matches, one page at a time. The order is that of their creation, to the
     * millisecond, and within a process in the order in which it made them: the newest first, unless the query says otherwise.
     *
     * <p>Each page shows one moment's state. From page to page others may write: a document that was there all along, and that the
     * query matched all along, is on exactly one page. What comes or goes meanwhile, or begins or ceases to match, may be on one page or none.
     *
     * @throws InvalidCursorException if the cursor is damaged, or comes from another query or environment
     */
    DocumentPage list(Environment environment, DocumentQuery query, PageRequest page);

    /**
     * Streams the environment's documents that the query matches, in the same order as {@link #list}, however many there are: they
     * are read a page at a time, when they are asked for, and no connection is held in between. It is a walk over pages, with their
     * guarantees, and not a snapshot. Nothing is read before the first document is asked for; what fails then is thrown there.
     *
     * <p>To be used by one thread, and closed by {@code try}: later versions may hold a resource until then. After that, it throws
     * {@code IllegalStateException}.
     */
    Stream<Document> stream(Environment environment, DocumentQuery query);

    /** Counts the environment's documents that the query matches: it looks at each of them. */
    long count(Environment environment, DocumentQuery query);

    /**
     * Returns this repository inside a transaction that the host runs on that connection. Nothing is committed, nothing is
     * rolled back beyond a savepoint of the call's own, and nothing is retried. The connection must not be used by another
     * thread at the same time. On a connection with autocommit on there is no transaction to join: each call runs one of its own.
     *
     * <p>After a {@link DocumentStoreException} the host should roll back: some databases refuse further statements.
     */
    DocumentRepository using(Connection connection);
}
