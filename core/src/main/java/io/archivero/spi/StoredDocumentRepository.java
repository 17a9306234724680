package io.archivero.spi;

import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentPage;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.FileAttachment;
import io.archivero.ImportOptions;
import io.archivero.ImportReport;
import io.archivero.ItemResult;
import io.archivero.PageRequest;
import io.archivero.StoredFile;
import io.archivero.internal.BatchUpsert;
import io.archivero.internal.ImportRun;
import io.archivero.internal.ItemValidator;
import io.archivero.internal.Lifecycle;
import io.archivero.internal.Pages;
import io.archivero.internal.Removal;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The repository over any {@link DocumentStore}: checks each call and hands it over. A backend's public class extends it and
 * adds the ways to open one.
 */
public class StoredDocumentRepository implements DocumentRepository, AutoCloseable {
    private final DocumentStore store;
    private final BatchUpsert batchUpsert;
    private final Pages pages;
    private final Lifecycle lifecycle;
    private final Removal removal;
    private final boolean joins;

    /** Puts a repository over a store, which it closes when it is closed. */
    public StoredDocumentRepository(DocumentStore store, RepositoryOptions options) {
        this(
                store,
                new BatchUpsert(store, options.itemValidator(), options.storeClock(), options.ids()),
                new Lifecycle(store, options.storeClock()),
                false);
    }

    private StoredDocumentRepository(DocumentStore store, BatchUpsert batchUpsert, Lifecycle lifecycle, boolean joins) {
        this.store = Objects.requireNonNull(store, "store");
        this.batchUpsert = batchUpsert;
        this.pages = new Pages(store);
        this.lifecycle = lifecycle;
        this.removal = new Removal(store);
        this.joins = joins;
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
    public final ImportReport importAll(
            Environment environment, Iterator<DocumentUpsert> items, ImportOptions options) {
        required(environment);
        Objects.requireNonNull(options, "options");
        return new ImportRun(
                        batch -> batchUpsertByExternalId(environment, batch, false),
                        Objects.requireNonNull(items, "items"),
                        joins ? ImportRun.joining(options) : options)
                .run();
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
        var wanted = possible(externalIds);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var found = store.findByExternalIds(environment, new ArrayList<>(wanted));
        var ordered = new LinkedHashMap<String, Document>(2 * found.size());
        wanted.stream().filter(found::containsKey).forEach(id -> ordered.put(id, found.get(id)));
        return Collections.unmodifiableMap(ordered);
    }

    /** As in a query: what no document can be called is never sent. */
    private static Set<String> possible(Collection<String> externalIds) {
        var possible = new LinkedHashSet<String>();
        for (var externalId : Objects.requireNonNull(externalIds, "externalIds")) {
            Objects.requireNonNull(externalId, "externalIds holds a null");
            if (ItemValidator.isExternalId(externalId)) {
                possible.add(externalId);
            }
        }
        return possible;
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
    public final Document verify(Environment environment, UUID id, String reviewer) {
        return lifecycle.verify(required(environment), required(id), reviewer, null);
    }

    @Override
    public final Document verify(Environment environment, UUID id, String reviewer, long expectedVersion) {
        return lifecycle.verify(required(environment), required(id), reviewer, expected(expectedVersion));
    }

    @Override
    public final Document reject(Environment environment, UUID id, String reviewer, String reason) {
        return lifecycle.reject(required(environment), required(id), reviewer, reason, null);
    }

    @Override
    public final Document reject(
            Environment environment, UUID id, String reviewer, String reason, long expectedVersion) {
        return lifecycle.reject(required(environment), required(id), reviewer, reason, expected(expectedVersion));
    }

    @Override
    public final Document attachFile(Environment environment, UUID id, StoredFile file) {
        return lifecycle.attach(required(environment), required(id), Objects.requireNonNull(file, "file"), null);
    }

    @Override
    public final Document attachFile(Environment environment, UUID id, StoredFile file, long expectedVersion) {
        return lifecycle.attach(
                required(environment), required(id), Objects.requireNonNull(file, "file"), expected(expectedVersion));
    }

    @Override
    public final Document detachFile(Environment environment, UUID id) {
        return lifecycle.detach(required(environment), required(id), null);
    }

    @Override
    public final Document detachFile(Environment environment, UUID id, long expectedVersion) {
        return lifecycle.detach(required(environment), required(id), expected(expectedVersion));
    }

    @Override
    public final BatchUpsertResult verifyAllByExternalId(
            Environment environment, List<String> externalIds, String reviewer, boolean atomic) {
        return lifecycle.verifyAll(required(environment), externalIds, reviewer, atomic);
    }

    @Override
    public final BatchUpsertResult rejectAllByExternalId(
            Environment environment, List<String> externalIds, String reviewer, String reason, boolean atomic) {
        return lifecycle.rejectAll(required(environment), externalIds, reviewer, reason, atomic);
    }

    @Override
    public final BatchUpsertResult attachAllByExternalId(
            Environment environment, List<FileAttachment> attachments, boolean atomic) {
        return lifecycle.attachAll(required(environment), attachments, atomic);
    }

    @Override
    public final boolean deleteById(Environment environment, UUID id) {
        return delete(required(environment), required(id), null);
    }

    @Override
    public final boolean deleteById(Environment environment, UUID id, long expectedVersion) {
        return delete(required(environment), required(id), expected(expectedVersion));
    }

    private boolean delete(Environment environment, UUID id, @Nullable Long expectedVersion) {
        return removal.run(environment, () -> store.findById(environment, id), expectedVersion);
    }

    @Override
    public final boolean deleteByExternalId(Environment environment, String externalId) {
        Objects.requireNonNull(externalId, "externalId");
        return deleteAllByExternalId(environment, List.of(externalId)) > 0;
    }

    @Override
    public final boolean deleteByExternalId(Environment environment, String externalId, long expectedVersion) {
        return removal.run(
                required(environment), () -> findByExternalId(environment, externalId), expected(expectedVersion));
    }

    @Override
    public final int deleteAllByExternalId(Environment environment, Collection<String> externalIds) {
        Objects.requireNonNull(environment, "environment");
        var unwanted = possible(externalIds);
        return unwanted.isEmpty() ? 0 : store.deleteByExternalIds(environment, unwanted);
    }

    @Override
    public final long deleteAllByClientId(Environment environment, UUID clientId) {
        return store.deleteByClientId(required(environment), Objects.requireNonNull(clientId, "clientId"));
    }

    private static Environment required(Environment environment) {
        return Objects.requireNonNull(environment, "environment");
    }

    private static UUID required(UUID id) {
        return Objects.requireNonNull(id, "id");
    }

    private static long expected(long expectedVersion) {
        if (expectedVersion < 0) {
            throw new IllegalArgumentException("expectedVersion must be 0 or more, not " + expectedVersion);
        }
        return expectedVersion;
    }

    @Override
    public final DocumentRepository using(Connection connection) {
        Objects.requireNonNull(connection, "connection");
        var joined = store.using(connection);
        return new StoredDocumentRepository(joined, batchUpsert.over(joined), lifecycle.over(joined), true);
    }

    /** Releases what opening the repository opened, and nothing that the host gave it. Closing it twice does no harm. */
    @Override
    public final void close() {
        store.close();
    }
}
