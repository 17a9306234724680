package io.archivero.jdbc;

import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.spi.DocumentStore;
import io.archivero.spi.RetryObserver;
import io.archivero.spi.RowResult;
import io.archivero.spi.WriteRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Keeps documents in a table, over JDBC. Says what runs in which transaction; how is the matter of {@link Transactions}, and
 * what is written that of {@link BatchWriter}.
 */
final class JdbcDocumentStore implements DocumentStore {
    private final Transactions transactions;
    private final Runnable onClose;
    private final AtomicBoolean closed;

    JdbcDocumentStore(Transactions transactions, Runnable onClose) {
        this(transactions, onClose, new AtomicBoolean());
    }

    private JdbcDocumentStore(Transactions transactions, Runnable onClose, AtomicBoolean closed) {
        this.transactions = transactions;
        this.onClose = onClose;
        this.closed = closed;
    }

    @Override
    public List<RowResult> write(Environment environment, List<? extends WriteRow> rows, boolean atomic) {
        var results = results(environment, rows, atomic);
        if (atomic && !allStored(results)) {
            results.values().removeIf(result -> result.outcome().isSuccess());
        }
        return rows.stream()
                .map(row -> results.getOrDefault(row.externalId(), RowResult.NOT_APPLIED))
                .toList();
    }

    @Override
    public Map<String, Document> findByExternalIds(Environment environment, Collection<String> externalIds) {
        return transactions()
                .read(session -> session.statements().find(session.connection(), environment, externalIds));
    }

    @Override
    public Optional<Document> findById(Environment environment, UUID id) {
        return transactions().read(session -> session.dao().findById(environment.wireName(), id));
    }

    @Override
    public List<Document> list(Environment environment, DocumentQuery query, @Nullable UUID after, int limit) {
        return transactions().read(session -> new DocumentLists(session.dao(), environment, query).list(after, limit));
    }

    @Override
    public long count(Environment environment, DocumentQuery query) {
        return transactions().read(session -> session.dao().count(environment, query));
    }

    @Override
    public int deleteByExternalIds(Environment environment, Collection<String> externalIds) {
        return Math.toIntExact(transactions()
                .write(
                        session -> new DocumentRemoval(session, environment).byExternalIds(externalIds),
                        count -> count > 0));
    }

    @Override
    public long deleteByClientId(Environment environment, UUID clientId) {
        return transactions()
                .write(session -> new DocumentRemoval(session, environment).byClientId(clientId), count -> count > 0);
    }

    @Override
    public boolean delete(Environment environment, Document seen) {
        return transactions()
                .write(session -> new DocumentRemoval(session, environment).asSeen(seen), deleted -> deleted);
    }

    @Override
    public DocumentStore using(Connection connection) {
        return new JdbcDocumentStore(transactions().using(connection), () -> {});
    }

    /** The same store, closed when this one is. */
    @Override
    public DocumentStore observedBy(RetryObserver observer) {
        return new JdbcDocumentStore(transactions.observedBy(observer), () -> {}, closed);
    }

    @Override
    public void close() {
        closed.set(true);
        onClose.run();
    }

    private Transactions transactions() {
        if (closed.get()) {
            throw new IllegalStateException("the repository is closed");
        }
        return transactions;
    }

    /**
     * Straight through; only if the database refuses a row, and does not say which, is it worth finding out. That is done in a
     * transaction of its own, because the refusal has spoilt the first.
     */
    private Map<String, RowResult> results(Environment environment, List<? extends WriteRow> rows, boolean atomic) {
        Optional<Map<String, RowResult>> straight = transactions()
                .writeAtNeed(
                        session -> straight(session, environment, rows, atomic),
                        found -> found.isPresent() && (!atomic || allStored(found.get())));
        if (straight.isPresent()) {
            return straight.get();
        }
        return transactions()
                .writeAtNeed(
                        session -> new BatchWriter(session, environment, Bisection::write).write(rows, false),
                        found -> !atomic || allStored(found));
    }

    /** Empty if the database refused a row, which has spoilt the transaction. */
    private static Optional<Map<String, RowResult>> straight(
            Session session, Environment environment, List<? extends WriteRow> rows, boolean atomic)
            throws SQLException {
        try {
            return Optional.of(
                    new BatchWriter(session, environment, BatchWriter.RowWriter.STRAIGHT).write(rows, atomic));
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
}
