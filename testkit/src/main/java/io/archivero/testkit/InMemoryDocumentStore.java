package io.archivero.testkit;

import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.spi.DocumentStore;
import io.archivero.spi.RowResult;
import io.archivero.spi.WritePlan;
import io.archivero.spi.WriteRow;
import java.sql.Connection;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps documents in sorted maps, for tests. It is the shortest store that passes the contract and the laws, and a model for
 * authors of others. It never refuses a row, and is empty again when it is garbage. Safe for use by many threads: one at a time gets in.
 */
public final class InMemoryDocumentStore implements DocumentStore {
    /** As databases do; {@code UUID} itself compares with signs. */
    private static final Comparator<UUID> ID_ORDER = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final Map<Environment, SortedMap<String, Document>> documents = new EnumMap<>(Environment.class);

    /** Creates an empty store. */
    public InMemoryDocumentStore() {
        clear();
    }

    @Override
    public synchronized List<RowResult> write(Environment environment, List<? extends WriteRow> rows, boolean atomic) {
        var stored = in(environment);
        var plans = rows.stream()
                .map(row -> row.against(stored.get(row.externalId())))
                .toList();
        if (atomic && !plans.stream().allMatch(InMemoryDocumentStore::succeeds)) {
            return plans.stream()
                    .map(plan -> succeeds(plan) ? RowResult.NOT_APPLIED : plan.result())
                    .toList();
        }
        plans.stream().filter(WritePlan::writes).forEach(plan -> put(environment, afterwards(plan)));
        return plans.stream().map(WritePlan::result).toList();
    }

    @Override
    public synchronized Map<String, Document> findByExternalIds(
            Environment environment, Collection<String> externalIds) {
        var found = new HashMap<String, Document>();
        for (var externalId : externalIds) {
            var document = in(environment).get(externalId);
            if (document != null) {
                found.put(externalId, document);
            }
        }
        return found;
    }

    @Override
    public synchronized Optional<Document> findById(Environment environment, UUID id) {
        return in(environment).values().stream()
                .filter(document -> document.id().equals(id))
                .findFirst();
    }

    @Override
    public synchronized List<Document> list(
            Environment environment, DocumentQuery query, @Nullable UUID after, int limit) {
        var order = query.isOldestFirst() ? ID_ORDER : ID_ORDER.reversed();
        return in(environment).values().stream()
                .filter(new QueryMatcher(query))
                .filter(document -> after == null || order.compare(document.id(), after) > 0)
                .sorted(Comparator.comparing(Document::id, order))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long count(Environment environment, DocumentQuery query) {
        return in(environment).values().stream().filter(new QueryMatcher(query)).count();
    }

    @Override
    public synchronized int deleteByExternalIds(Environment environment, Collection<String> externalIds) {
        int before = in(environment).size();
        in(environment).keySet().removeAll(externalIds);
        return before - in(environment).size();
    }

    @Override
    public synchronized long deleteByClientId(Environment environment, UUID clientId) {
        long before = in(environment).size();
        in(environment).values().removeIf(document -> document.clientId().equals(clientId));
        return before - in(environment).size();
    }

    @Override
    public synchronized boolean delete(Environment environment, Document seen) {
        // No two states of a document are equal: their versions differ.
        return in(environment).remove(seen.externalId(), seen);
    }

    /** Stores a document as it is, in place of one of the same external id: say, one that was verified. */
    public synchronized void put(Environment environment, Document document) {
        in(environment).put(document.externalId(), document);
    }

    /** Removes every document of both environments. */
    public synchronized void clear() {
        for (var environment : Environment.values()) {
            documents.put(environment, new TreeMap<>());
        }
    }

    /**
     * Returns this store: it has no transactions to join, so what is written stands at once, and a rollback on the connection
     * takes nothing back. The connection is not touched.
     */
    @Override
    public DocumentStore using(Connection connection) {
        return this;
    }

    /** Does nothing; the store stays usable. */
    @Override
    public void close() {}

    private SortedMap<String, Document> in(Environment environment) {
        return Objects.requireNonNull(documents.get(environment), "every environment has a map");
    }

    private static boolean succeeds(WritePlan plan) {
        return plan.outcome().isSuccess();
    }

    private static Document afterwards(WritePlan plan) {
        return Objects.requireNonNull(plan.document(), "a plan that writes has a document");
    }
}
