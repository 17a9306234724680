package io.archivero.spi;

import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentPage;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemResult;
import io.archivero.PageRequest;
import io.archivero.internal.BatchUpsert;
import io.archivero.internal.ItemValidator;
import io.archivero.internal.Pages;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The repository over any {@link DocumentStore}: checks each call and hands it over. A backend's public class extends it and
 * adds the ways to open one.
 */
public class StoredDocumentRepository implements DocumentRepository, AutoCloseable {
    private final DocumentStore store;
    private final BatchUpsert batchUpsert;
    private final Pages pages;

    /** Puts a repository over a store, which it closes when it is closed. */
    public StoredDocumentRepository(DocumentStore store, RepositoryOptions options) {
        this(store, new BatchUpsert(store, options.itemValidator(), options.clock(), options.ids()));
    }

    private StoredDocumentRepository(DocumentStore store, BatchUpsert batchUpsert) {
        this.store = Objects.requireNonNull(store, "store");
        this.batchUpsert = batchUpsert;
        this.pages = new Pages(store);
    }

    @Override
    public final BatchUpsertResult batchUpsertByExternalId(
            Environment environment, List<DocumentUpsert> items, boolean atomic) {
        Objects.requireNonNull(environment, "environment");
        return batchUpsert.run(environment, items, atomic);
    }

    @Override
    public final BatchUpsertResult previewBatchUpsert(Environment environment, List<DocumentUpsert> items) {
        Objects.requireNonNull(environment, "environment");
        return batchUpsert.preview(environment, items);
    }

    @Override
    public final ItemResult upsertByExternalId(Environment environment, DocumentUpsert item) {
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(item, "item");
        return batchUpsert.run(environment, List.of(item), true).items().get(0);
    }

    @Override
    public final Optional<Document> findById(Environment environment, UUID id) {
        Objects.requireNonNull(environment, "environment");
        return store.findById(environment, Objects.requireNonNull(id, "id"));
    }

    @Override
    public final Optional<Document> findByExternalId(Environment environment, String externalId) {
        Objects.requireNonNull(externalId, "externalId");
        return Optional.ofNullable(
                findAllByExternalId(environment, List.of(externalId)).get(externalId));
    }

    @Override
    public final Map<String, Document> findAllByExternalId(Environment environment, Collection<String> externalIds) {
        Objects.requireNonNull(environment, "environment");
        var wanted = new LinkedHashSet<String>();
        for (var externalId : Objects.requireNonNull(externalIds, "externalIds")) {
            Objects.requireNonNull(externalId, "externalIds holds a null");
            // As in a query: what no document can be called is never sent.
            if (ItemValidator.isExternalId(externalId)) {
                wanted.add(externalId);
            }
        }
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var found = store.findByExternalIds(environment, new ArrayList<>(wanted));
        var ordered = new LinkedHashMap<String, Document>(2 * found.size());
        wanted.stream().filter(found::containsKey).forEach(id -> ordered.put(id, found.get(id)));
        return Collections.unmodifiableMap(ordered);
    }

    @Override
    public final DocumentPage list(Environment environment, DocumentQuery query, PageRequest page) {
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(query, "query");
        return pages.page(environment, query, Objects.requireNonNull(page, "page"));
    }

    @Override
    public final Stream<Document> stream(Environment environment, DocumentQuery query) {
        Objects.requireNonNull(environment, "environment");
        return pages.stream(environment, Objects.requireNonNull(query, "query"));
    }

    @Override
    public final long count(Environment environment, DocumentQuery query) {
        Objects.requireNonNull(environment, "environment");
        return pages.count(environment, Objects.requireNonNull(query, "query"));
    }

    @Override
    public final DocumentRepository using(Connection connection) {
        Objects.requireNonNull(connection, "connection");
        var joined = store.using(connection);
        return new StoredDocumentRepository(joined, batchUpsert.over(joined));
    }

    /** Releases what opening the repository opened, and nothing that the host gave it. Closing it twice does no harm. */
    @Override
    public final void close() {
        store.close();
    }
}
