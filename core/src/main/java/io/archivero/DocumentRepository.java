package io.archivero;

import java.sql.Connection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /**
     * Stores any number of items, as {@link #upsertByExternalId} would one by one in the order of the input: cut into partial batches,
     * on one or several connections, in constant memory. Unlike in a batch, an external id may come again: the later item follows the
     * earlier. An item that cannot be stored goes to the {@link RefusalSink}, and stops nothing.
     *
     * <p>Each batch is a transaction of its own, and a batch for which the database was unavailable, or whose fate is unknown, is stored
     * again as {@link ImportOptions#withRetryPolicy} says. The input is read by the calling thread, no further ahead than a few batches for
     * each worker, and is not closed.
     *
     * <p>The import ends early when the listener asks for it, when the calling thread is interrupted (its flag is kept), or when the
     * store, the input, the listener or the sink fails. What was taken from the input is settled first, that is, stored or handed to the
     * sink; only if the store or the sink failed, or the store is away after the end was asked for, some stays open. In any case the
     * {@linkplain ImportReport#resumePoint() resume point} tells how many leading items are settled: an import of the same input that skips
     * so many stores the rest, and an import from the beginning ends in the same state, as far as items without an expected
     * version go.
     *
     * @param environment where the documents live
     * @param items the input; a null among them is a failure of the input
     * @param options how to go about it
     * @return what became of it
     * @throws ImportFailedException if the store, the input, the listener or the sink failed; the report comes with it. An {@code Error} is
     *     passed on as it is.
     * @throws IllegalArgumentException if this repository is {@linkplain #using inside a host's transaction} and the parallelism is not 1
     */
    ImportReport importAll(Environment environment, Iterator<DocumentUpsert> items, ImportOptions options);

    /** Does the same as {@link #importAll(Environment, Iterator, ImportOptions)}. The stream is not closed. */
    default ImportReport importAll(Environment environment, Stream<DocumentUpsert> items, ImportOptions options) {
        return importAll(environment, Objects.requireNonNull(items, "items").iterator(), options);
    }

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
     * Confirms a document that waits for review: PENDING_REVIEW to VERIFIED. Sets verified and reviewed, by whom and when, to the
     * reviewer and now; the rejection reason is gone.
     *
     * @param reviewer who confirms it: 1 to 255 code points
     * @return the document afterwards
     * @throws DocumentNotFoundException if the environment has no document with that id
     * @throws IllegalTransitionException if the document is in another state; nothing was written
     * @throws IllegalArgumentException if the reviewer's name cannot be stored
     */
    Document verify(Environment environment, UUID id, String reviewer);

    /**
     * Does the same as {@link #verify(Environment, UUID, String)}, if the document is at that version.
     *
     * @throws ConflictException if it is at another; asked before the state is
     */
    Document verify(Environment environment, UUID id, String reviewer, long expectedVersion);

    /**
     * Turns down a document that waits for review: PENDING_REVIEW to REJECTED. Sets reviewed, by whom and when, to the reviewer and
     * now, and the reason.
     *
     * @param reviewer who turns it down: 1 to 255 code points
     * @param reason why: 1 to 1,024 code points
     * @return the document afterwards
     * @throws DocumentNotFoundException if the environment has no document with that id
     * @throws IllegalTransitionException if the document is in another state; nothing was written
     * @throws IllegalArgumentException if the reviewer's name or the reason cannot be stored
     */
    Document reject(Environment environment, UUID id, String reviewer, String reason);

    /**
     * Does the same as {@link #reject(Environment, UUID, String, String)}, if the document is at that version.
     *
     * @throws ConflictException if it is at another; asked before the state is
     */
    Document reject(Environment environment, UUID id, String reviewer, String reason, long expectedVersion);

    /**
     * Gives a document its file: PENDING_UPLOAD or REJECTED to PENDING_REVIEW. Replaces the four attributes of the file, and clears
     * the review.
     *
     * @return the document afterwards
     * @throws DocumentNotFoundException if the environment has no document with that id
     * @throws IllegalTransitionException if the document is in another state; nothing was written
     * @throws IllegalArgumentException if the file breaks a rule of {@link StoredFile}; the message says which, and no value
     */
    Document attachFile(Environment environment, UUID id, StoredFile file);

    /**
     * Does the same as {@link #attachFile(Environment, UUID, StoredFile)}, if the document is at that version.
     *
     * @throws ConflictException if it is at another; asked before the state is
     */
    Document attachFile(Environment environment, UUID id, StoredFile file, long expectedVersion);

    /**
     * Takes the file off a document, whatever state it is in: it goes to PENDING_UPLOAD, without file and review. If it is
     * there already, nothing is written. The file itself is the host's to delete.
     *
     * @return the document afterwards
     * @throws DocumentNotFoundException if the environment has no document with that id
     */
    Document detachFile(Environment environment, UUID id);

    /**
     * Does the same as {@link #detachFile(Environment, UUID)}, if the document is at that version. Where nothing would be written,
     * the version is not asked.
     *
     * @throws ConflictException if it is at another
     */
    Document detachFile(Environment environment, UUID id, long expectedVersion);

    /**
     * Verifies 1 to {@value #MAX_BATCH_SIZE} documents by their external ids, in one transaction, and answers like a batch upsert:
     * UPDATED, or CONFLICT for a document that does not exist ({@link ViolationCodes#NOT_FOUND}) or is in another state
     * ({@link ViolationCodes#ILLEGAL_TRANSITION}; the answer carries the document).
     *
     * @param atomic whether one failure refuses the whole batch
     * @throws InvalidBatchException if the list is null, holds a null, or has a wrong size; nothing was written
     * @throws BatchRejectedException if the batch is atomic and a document cannot be verified; nothing was written
     * @throws IllegalArgumentException if the reviewer's name cannot be stored
     */
    BatchUpsertResult verifyAllByExternalId(
            Environment environment, List<String> externalIds, String reviewer, boolean atomic);

    /**
     * Rejects documents as {@link #verifyAllByExternalId} verifies them.
     *
     * @throws IllegalArgumentException if the reviewer's name or the reason cannot be stored
     */
    BatchUpsertResult rejectAllByExternalId(
            Environment environment, List<String> externalIds, String reviewer, String reason, boolean atomic);

    /**
     * Attaches files to documents as {@link #verifyAllByExternalId} verifies them. A file that breaks a rule is INVALID.
     */
    BatchUpsertResult attachAllByExternalId(Environment environment, List<FileAttachment> attachments, boolean atomic);

    /**
     * Removes a document for good. An upsert of its external id creates a new one, with a new id and version 1.
     *
     * @return whether there was one
     */
    boolean deleteById(Environment environment, UUID id);

    /**
     * Removes a document if it is at that version.
     *
     * @return whether there was one
     * @throws ConflictException if it is at another version; nothing was removed
     */
    boolean deleteById(Environment environment, UUID id, long expectedVersion);

    /** Does the same as {@link #deleteById(Environment, UUID)} for an external id. */
    boolean deleteByExternalId(Environment environment, String externalId);

    /**
     * Does the same as {@link #deleteById(Environment, UUID, long)} for an external id.
     *
     * @throws ConflictException if it is at another version; nothing was removed
     */
    boolean deleteByExternalId(Environment environment, String externalId, long expectedVersion);

    /**
     * Removes the documents under any number of external ids, in one transaction. External ids without a document do no harm.
     *
     * @return how many documents were removed
     */
    int deleteAllByExternalId(Environment environment, Collection<String> externalIds);

    /**
     * Removes every document of a person or company in the environment, in one transaction: the right to be forgotten. Documents
     * that others create for it meanwhile may stay.
     *
     * @return how many documents were removed
     */
    long deleteAllByClientId(Environment environment, UUID clientId);

    /**
     * Returns this repository inside a transaction that the host runs on that connection. Nothing is committed, nothing is
     * rolled back beyond a savepoint of the call's own, and nothing is retried. The connection must not be used by another
     * thread at the same time. On a connection with autocommit on there is no transaction to join: each call runs one of its own.
     *
     * <p>After a {@link DocumentStoreException} the host should roll back: some databases refuse further statements.
     */
    DocumentRepository using(Connection connection);
}
