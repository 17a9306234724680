package io.archivero.jdbc;

import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.DocumentStoreException;
import io.archivero.Environment;
import io.archivero.spi.DocumentStore;
import io.archivero.spi.RowResult;
import io.archivero.spi.WriteRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps documents in a table, over JDBC. Says what runs in which transaction; how is the matter of {@link Transactions}, and
 * what is written that of {@link BatchWriter}.
 */
final class JdbcDocumentStore implements DocumentStore {
    private final Transactions transactions;
    private final Runnable onClose;
    private volatile boolean closed;

    JdbcDocumentStore(Transactions transactions, Runnable onClose) {
        this.transactions = transactions;
        this.onClose = onClose;
    }

    @Override
    public List<RowResult> write(Environment environment, List<? extends WriteRow> rows, boolean atomic) {
        var results = atomic ? atomic(environment, rows) : partial(environment, rows, true);
        return rows.stream()
                .map(row -> results.getOrDefault(row.externalId(), RowResult.NOT_APPLIED))
                .toList();
    }

    @Override
    public Map<String, Document> findByExternalIds(Environment environment, Collection<String> externalIds) {
        return transactions().read(dao -> StoredDocuments.find(dao, environment, externalIds));
    }

    @Override
    public Optional<Document> findById(Environment environment, UUID id) {
        return transactions().read(dao -> dao.findById(environment.wireName(), id));
    }

    @Override
    public List<Document> list(Environment environment, DocumentQuery query, @Nullable UUID after, int limit) {
        return transactions().read(dao -> DocumentLists.list(dao, environment, query, after, limit));
    }

    @Override
    public long count(Environment environment, DocumentQuery query) {
        return transactions().read(dao -> DocumentLists.count(dao, environment, query));
    }

    @Override
    public int deleteByExternalIds(Environment environment, Collection<String> externalIds) {
        return Math.toIntExact(transactions()
                .write(dao -> new DocumentRemoval(dao, environment).byExternalIds(externalIds), count -> count > 0));
    }

    @Override
    public long deleteByClientId(Environment environment, UUID clientId) {
        return transactions()
                .write(dao -> new DocumentRemoval(dao, environment).byClientId(clientId), count -> count > 0);
    }

    @Override
    public boolean delete(Environment environment, Document seen) {
        return transactions().write(dao -> new DocumentRemoval(dao, environment).asSeen(seen), deleted -> deleted);
    }

    @Override
    public DocumentStore using(Connection connection) {
        return new JdbcDocumentStore(transactions().using(connection), () -> {});
    }

    @Override
    public void close() {
        closed = true;
        onClose.run();
    }

    private Transactions transactions() {
        if (closed) {
            throw new IllegalStateException("the repository is closed");
        }
        return transactions;
    }

    /** All or nothing, straight; only if the database refuses a row is it worth finding out which. */
    private Map<String, RowResult> atomic(Environment environment, List<? extends WriteRow> rows) {
        Optional<Map<String, RowResult>> results = transactions()
                .write(dao -> straight(dao, environment, rows), found -> found.isPresent() && allStored(found.get()));
        if (results.isPresent()) {
            return allStored(results.get()) ? results.get() : failuresOnly(results.get());
        }
        var culprits = failuresOnly(partial(environment, rows, false));
        if (culprits.isEmpty()) {
            throw new DocumentStoreException(
                    "the database refused a row, but took it alone; nothing was written", null);
        }
        return culprits;
    }

    /** Every row that can be stored; or only finds out which ones cannot, and undoes it all. */
    private Map<String, RowResult> partial(Environment environment, List<? extends WriteRow> rows, boolean keep) {
        return transactions()
                .write(dao -> new BatchWriter(dao, environment, RowWriter.HALVING).write(rows, false), results -> keep);
    }

    /** Empty if the database refused a row, which has spoilt the transaction. */
    private static Optional<Map<String, RowResult>> straight(
            DocumentDao dao, Environment environment, List<? extends WriteRow> rows) throws SQLException {
        try {
            return Optional.of(new BatchWriter(dao, environment, RowWriter.STRAIGHT).write(rows, true));
        } catch (SQLException | RuntimeException thrown) {
            var failure = SqlFailure.behind(thrown);
            if (failure != null && SqlFailure.of(failure) == SqlFailure.REFUSED) {
                return Optional.empty();
            }
            throw thrown;
        }
    }

    private static boolean allStored(Map<String, RowResult> results) {
        return results.values().stream().allMatch(result -> result.outcome().isSuccess());
    }

    private static Map<String, RowResult> failuresOnly(Map<String, RowResult> results) {
        results.values().removeIf(result -> result.outcome().isSuccess());
        return results;
    }
}
