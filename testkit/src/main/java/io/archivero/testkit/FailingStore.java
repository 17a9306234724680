package io.archivero.testkit;

import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.spi.DocumentStore;
import io.archivero.spi.RowResult;
import io.archivero.spi.WriteRow;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store in front of another that fails as told, to see what a host makes of it. Put a repository over it with
 * {@link io.archivero.spi.StoredDocumentRepository}. Safe for use by many threads: one at a time gets in.
 */
public final class FailingStore implements DocumentStore {
    private final DocumentStore delegate;
    private final Map<String, String> sqlStates = new HashMap<>();
    private @Nullable RuntimeException before;
    private @Nullable RuntimeException after;
    private int calls;

    /** Passes everything on to that store until told otherwise. */
    public FailingStore(DocumentStore delegate) {
        this.delegate = Objects.requireNonNull(delegate, "delegate");
    }

    /** Lets the next call fail before it does anything. */
    public synchronized void failNextCall(RuntimeException failure) {
        before = Objects.requireNonNull(failure, "failure");
    }

    /** Lets the next call do its work, and fail then: so a commit looks whose answer was lost. */
    public synchronized void failAfterNextCall(RuntimeException failure) {
        after = Objects.requireNonNull(failure, "failure");
    }

    /** From now on refuses to write a document under that external id, as a constraint that the host added would. */
    public synchronized void refuse(String externalId, String sqlState) {
        sqlStates.put(Objects.requireNonNull(externalId, "externalId"), Objects.requireNonNull(sqlState, "sqlState"));
    }

    /** Returns how many calls reached the store, failed ones included. */
    public synchronized int calls() {
        return calls;
    }

    @Override
    public synchronized List<RowResult> write(Environment environment, List<? extends WriteRow> rows, boolean atomic) {
        begin();
        var refused = refusals(environment, rows);
        var rest = rows.stream().filter(row -> !refused.containsKey(row)).toList();
        // All or nothing: one refusal is enough for the rest not to be written. Conflicts among them are still
        // reported.
        var results = rest.isEmpty()
                ? List.<RowResult>of()
                : atomic && !refused.isEmpty() ? judged(environment, rest) : delegate.write(environment, rest, atomic);
        var merged = new ArrayList<RowResult>();
        var others = results.iterator();
        for (var row : rows) {
            var refusal = refused.get(row);
            merged.add(refusal == null ? others.next() : refusal);
        }
        end();
        return merged;
    }

    @Override
    public synchronized Map<String, Document> findByExternalIds(
            Environment environment, Collection<String> externalIds) {
        return call(() -> delegate.findByExternalIds(environment, externalIds));
    }

    @Override
    public synchronized Optional<Document> findById(Environment environment, UUID id) {
        return call(() -> delegate.findById(environment, id));
    }

    @Override
    public synchronized List<Document> list(
            Environment environment, DocumentQuery query, @Nullable UUID after, int limit) {
        begin();
        var found = delegate.list(environment, query, after, limit);
        end();
        return found;
    }

    @Override
    public synchronized long count(Environment environment, DocumentQuery query) {
        return call(() -> delegate.count(environment, query));
    }

    @Override
    public synchronized int deleteByExternalIds(Environment environment, Collection<String> externalIds) {
        return call(() -> delegate.deleteByExternalIds(environment, externalIds));
    }

    @Override
    public synchronized long deleteByClientId(Environment environment, UUID clientId) {
        return call(() -> delegate.deleteByClientId(environment, clientId));
    }

    @Override
    public synchronized boolean delete(Environment environment, Document seen) {
        return call(() -> delegate.delete(environment, seen));
    }

    /** Returns this store: what it was told holds inside the host's transaction too. */
    @Override
    public DocumentStore using(Connection connection) {
        return this;
    }

    @Override
    public void close() {
        delegate.close();
    }

    private Map<WriteRow, RowResult> refusals(Environment environment, List<? extends WriteRow> rows) {
        var refused = new HashMap<WriteRow, RowResult>();
        var stored = stored(environment, rows);
        for (var row : rows) {
            var sqlState = sqlStates.get(row.externalId());
            if (sqlState != null && row.against(stored.get(row.externalId())).writes()) {
                refused.put(row, RowResult.refused(sqlState));
            }
        }
        return refused;
    }

    private List<RowResult> judged(Environment environment, List<? extends WriteRow> rows) {
        var stored = stored(environment, rows);
        return rows.stream()
                .map(row -> row.against(stored.get(row.externalId())).result())
                .map(result -> result.outcome() == ItemOutcome.CONFLICT ? result : RowResult.NOT_APPLIED)
                .toList();
    }

    private Map<String, Document> stored(Environment environment, List<? extends WriteRow> rows) {
        return delegate.findByExternalIds(
                environment, rows.stream().map(WriteRow::externalId).toList());
    }

    private <T> T call(Supplier<T> work) {
        begin();
        var result = work.get();
        end();
        return result;
    }

    private void begin() {
        calls++;
        var failure = before;
        before = null;
        throwIfAny(failure);
    }

    private void end() {
        var failure = after;
        after = null;
        throwIfAny(failure);
    }

    private static void throwIfAny(@Nullable RuntimeException failure) {
        if (failure != null) {
            throw failure;
        }
    }
}
