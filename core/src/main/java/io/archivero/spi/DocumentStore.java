package io.archivero.spi;

import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.DocumentStoreException;
import io.archivero.Environment;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where documents are kept. A backend implements this, and passes the contract and the laws of the testkit.
 *
 * <p>What arrives here is fault-free as far as the item alone can tell: no duplicates, no hostile text, every limit held. A
 * store must be safe for use by many threads, keep the environments apart, and throw nothing but
 * {@link StoreUnavailableException} (nothing was written), {@link UnknownOutcomeException} (the commit broke) and
 * {@link DocumentStoreException} (anything else; nothing was written).
 */
public interface DocumentStore extends AutoCloseable {
    /**
     * Writes rows in one transaction, deciding each by {@link WriteRow#against}. Answers come in the order of the rows.
     *
     * <p>If {@code atomic} and any row cannot be stored, nothing is written, and every fault-free row answers
     * {@link io.archivero.ItemOutcome#NOT_APPLIED}; otherwise every row that can be stored is.
     *
     * @param rows at most {@link io.archivero.DocumentRepository#MAX_BATCH_SIZE} rows with distinct external ids; not empty
     */
    List<RowResult> write(Environment environment, List<? extends WriteRow> rows, boolean atomic);

    /** Finds documents by external id, any number of ids with one statement. */
    Map<String, Document> findByExternalIds(Environment environment, Collection<String> externalIds);

    /** Finds a document by id. */
    Optional<Document> findById(Environment environment, UUID id);

    /**
     * Lists the documents that the query matches, in its order: by id, compared as unsigned bytes, ascending for the oldest first. What
     * is read is one moment's state.
     *
     * @param after the id after which to begin, in the query's order, whether a document has it or not; null for the beginning
     * @param limit how many to return at most, 1 or more
     */
    List<Document> list(Environment environment, DocumentQuery query, @Nullable UUID after, int limit);

    /** Counts the documents that the query matches, whatever its order. */
    long count(Environment environment, DocumentQuery query);

    /**
     * Deletes the documents under these external ids, in one transaction.
     *
     * @return how many there were
     */
    int deleteByExternalIds(Environment environment, Collection<String> externalIds);

    /**
     * Deletes the documents of a client, in one transaction.
     *
     * @return how many there were
     */
    long deleteByClientId(Environment environment, UUID clientId);

    /** Deletes a document if it is still stored with the id and the version that were seen; returns whether it was. */
    boolean delete(Environment environment, Document seen);

    /** Returns this store inside the transaction that the host runs on a connection. Closing it closes nothing. */
    DocumentStore using(Connection connection);

    /**
     * Returns this store for the course of one call: what it tries again is reported to that observer. A store that never tries
     * anything again returns itself. Closing what is returned closes nothing.
     */
    default DocumentStore observedBy(RetryObserver observer) {
        return this;
    }

    /** Releases what the store opened itself. */
    @Override
    void close();
}
