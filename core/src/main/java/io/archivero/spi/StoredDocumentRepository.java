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
import io.archivero.Operation;
import io.archivero.PageRequest;
import io.archivero.StoredFile;
import io.archivero.internal.BatchUpsert;
import io.archivero.internal.Calls;
import io.archivero.internal.ImportRun;
import io.archivero.internal.Lifecycle;
import io.archivero.internal.Lookup;
import io.archivero.internal.Pages;
import io.archivero.internal.Removal;
import java.sql.Connection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The repository over any {@link DocumentStore}: checks each call and hands it over, in sight of the listener. A backend's public class
 * extends it and adds the ways to open one.
 */
public class StoredDocumentRepository implements DocumentRepository, AutoCloseable {
    private final DocumentStore store;
    private final Calls calls;
    private final BatchUpsert batchUpsert;
    private final Lifecycle lifecycle;
    private final boolean joins;

    /** Puts a repository over a store, which it closes when it is closed. */
    public StoredDocumentRepository(DocumentStore store, RepositoryOptions options) {
        this(
                store,
                Calls.of(store, options.listener(), options.ticker()),
                new BatchUpsert(store, options.itemValidator(), options.storeClock(), options.ids()),
                new Lifecycle(store, options.storeClock()),
                false);
    }

    private StoredDocumentRepository(
            DocumentStore store, Calls calls, BatchUpsert batchUpsert, Lifecycle lifecycle, boolean joins) {
        this.store = Objects.requireNonNull(store, "store");
        this.calls = calls;
        this.batchUpsert = batchUpsert;
        this.lifecycle = lifecycle;
        this.joins = joins;
    }

    @Override
    public final BatchUpsertResult batchUpsertByExternalId(
            Environment environment, List<DocumentUpsert> items, boolean atomic) {
        return calls.items(
                Operation.BATCH_UPSERT_BY_EXTERNAL_ID,
                environment,
                store -> batchUpsert.over(store).run(environment, items, atomic));
    }

    @Override
    public final BatchUpsertResult previewBatchUpsert(Environment environment, List<DocumentUpsert> items) {
        return calls.items(
                Operation.PREVIEW_BATCH_UPSERT,
                environment,
                store -> batchUpsert.over(store).preview(environment, items));
    }

    @Override
    public final ItemResult upsertByExternalId(Environment environment, DocumentUpsert item) {
        var result = calls.items(Operation.UPSERT_BY_EXTERNAL_ID, environment, store -> {
            Objects.requireNonNull(item, "item");
            return batchUpsert.over(store).run(environment, List.of(item), true);
        });
        return result.items().get(0);
    }

    @Override
    public final ImportReport importAll(
            Environment environment, Iterator<DocumentUpsert> items, ImportOptions options) {
        Function<DocumentStore, ImportReport> work = store -> new ImportRun(
                        batch -> batchUpsertByExternalId(environment, batch, false),
                        items,
                        joins ? ImportRun.joining(options) : options)
                .run();
        return calls.documents(Operation.IMPORT_ALL, environment, work, report -> 0);
    }

    @Override
    public final Optional<Document> findById(Environment environment, UUID id) {
        return calls.documents(
                Operation.FIND_BY_ID,
                environment,
                store -> store.findById(environment, Objects.requireNonNull(id, "id")),
                StoredDocumentRepository::found);
    }

    @Override
    public final Optional<Document> findByExternalId(Environment environment, String externalId) {
        return calls.documents(
                Operation.FIND_BY_EXTERNAL_ID,
                environment,
                store -> new Lookup(store).find(environment, externalId),
                StoredDocumentRepository::found);
    }

    @Override
    public final Map<String, Document> findAllByExternalId(Environment environment, Collection<String> externalIds) {
        return calls.documents(
                Operation.FIND_ALL_BY_EXTERNAL_ID,
                environment,
                store -> new Lookup(store).findAll(environment, externalIds),
                Map::size);
    }

    @Override
    public final DocumentPage list(Environment environment, DocumentQuery query, PageRequest page) {
        return calls.documents(
                Operation.LIST,
                environment,
                store -> new Pages(store).page(environment, query, page),
                found -> found.documents().size());
    }

    @Override
    public final Stream<Document> stream(Environment environment, DocumentQuery query) {
        return calls.stream(environment, store -> new Pages(store).stream(environment, query));
    }

    @Override
    public final long count(Environment environment, DocumentQuery query) {
        return calls.documents(
                Operation.COUNT, environment, store -> new Pages(store).count(environment, query), n -> 0);
    }

    @Override
    public final Document verify(Environment environment, UUID id, String reviewer) {
        return step(Operation.VERIFY, environment, life -> life.verify(environment, id, reviewer, null));
    }

    @Override
    public final Document verify(Environment environment, UUID id, String reviewer, long expectedVersion) {
        return step(Operation.VERIFY, environment, life -> life.verify(environment, id, reviewer, expectedVersion));
    }

    @Override
    public final Document reject(Environment environment, UUID id, String reviewer, String reason) {
        return step(Operation.REJECT, environment, life -> life.reject(environment, id, reviewer, reason, null));
    }

    @Override
    public final Document reject(
            Environment environment, UUID id, String reviewer, String reason, long expectedVersion) {
        return step(
                Operation.REJECT, environment, life -> life.reject(environment, id, reviewer, reason, expectedVersion));
    }

    @Override
    public final Document attachFile(Environment environment, UUID id, StoredFile file) {
        return step(Operation.ATTACH_FILE, environment, life -> life.attach(environment, id, file, null));
    }

    @Override
    public final Document attachFile(Environment environment, UUID id, StoredFile file, long expectedVersion) {
        return step(Operation.ATTACH_FILE, environment, life -> life.attach(environment, id, file, expectedVersion));
    }

    @Override
    public final Document detachFile(Environment environment, UUID id) {
        return step(Operation.DETACH_FILE, environment, life -> life.detach(environment, id, null));
    }

    @Override
    public final Document detachFile(Environment environment, UUID id, long expectedVersion) {
        return step(Operation.DETACH_FILE, environment, life -> life.detach(environment, id, expectedVersion));
    }

    private Document step(Operation operation, Environment environment, Function<Lifecycle, Document> step) {
        return calls.documents(operation, environment, store -> step.apply(lifecycle.over(store)), changed -> 1);
    }

    @Override
    public final BatchUpsertResult verifyAllByExternalId(
            Environment environment, List<String> externalIds, String reviewer, boolean atomic) {
        return calls.items(
                Operation.VERIFY_ALL_BY_EXTERNAL_ID,
                environment,
                store -> lifecycle.over(store).verifyAll(environment, externalIds, reviewer, atomic));
    }

    @Override
    public final BatchUpsertResult rejectAllByExternalId(
            Environment environment, List<String> externalIds, String reviewer, String reason, boolean atomic) {
        return calls.items(
                Operation.REJECT_ALL_BY_EXTERNAL_ID,
                environment,
                store -> lifecycle.over(store).rejectAll(environment, externalIds, reviewer, reason, atomic));
    }

    @Override
    public final BatchUpsertResult attachAllByExternalId(
            Environment environment, List<FileAttachment> attachments, boolean atomic) {
        return calls.items(
                Operation.ATTACH_ALL_BY_EXTERNAL_ID,
                environment,
                store -> lifecycle.over(store).attachAll(environment, attachments, atomic));
    }

    @Override
    public final boolean deleteById(Environment environment, UUID id) {
        return remove(Operation.DELETE_BY_ID, environment, store -> new Removal(store).byId(environment, id, null));
    }

    @Override
    public final boolean deleteById(Environment environment, UUID id, long expectedVersion) {
        return remove(
                Operation.DELETE_BY_ID,
                environment,
                store -> new Removal(store).byId(environment, id, expectedVersion));
    }

    @Override
    public final boolean deleteByExternalId(Environment environment, String externalId) {
        return remove(
                Operation.DELETE_BY_EXTERNAL_ID,
                environment,
                store -> new Removal(store).byExternalId(environment, externalId, null));
    }

    @Override
    public final boolean deleteByExternalId(Environment environment, String externalId, long expectedVersion) {
        return remove(
                Operation.DELETE_BY_EXTERNAL_ID,
                environment,
                store -> new Removal(store).byExternalId(environment, externalId, expectedVersion));
    }

    private boolean remove(Operation operation, Environment environment, Predicate<DocumentStore> removal) {
        return calls.documents(operation, environment, removal::test, removed -> removed ? 1 : 0);
    }

    @Override
    public final int deleteAllByExternalId(Environment environment, Collection<String> externalIds) {
        return calls.documents(
                Operation.DELETE_ALL_BY_EXTERNAL_ID,
                environment,
                store -> new Lookup(store).deleteAll(environment, externalIds),
                removed -> removed);
    }

    @Override
    public final long deleteAllByClientId(Environment environment, UUID clientId) {
        return calls.documents(
                Operation.DELETE_ALL_BY_CLIENT_ID,
                environment,
                store -> store.deleteByClientId(environment, Objects.requireNonNull(clientId, "clientId")),
                removed -> removed);
    }

    @Override
    public final DocumentRepository using(Connection connection) {
        Objects.requireNonNull(connection, "connection");
        var joined = store.using(connection);
        return new StoredDocumentRepository(joined, calls.over(joined), batchUpsert, lifecycle, true);
    }

    /** Releases what opening the repository opened, and nothing that the host gave it. Closing it twice does no harm. */
    @Override
    public final void close() {
        store.close();
    }

    private static int found(Optional<Document> document) {
        return document.isPresent() ? 1 : 0;
    }
}
