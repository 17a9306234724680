package io.archivero.internal;

import io.archivero.Document;
import io.archivero.DocumentPage;
import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.PageRequest;
import io.archivero.spi.DocumentStore;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists page by page. A page begins after the last id of the one before, and ids never change: so nobody who writes
 * meanwhile can shift a document from one page to another.
 */
public final class Pages {
    private final DocumentStore store;

    /** Reads from that store. */
    public Pages(DocumentStore store) {
        this.store = store;
    }

    /** Returns one page. */
    public DocumentPage page(Environment environment, DocumentQuery query, PageRequest request) {
        Objects.requireNonNull(query, "query");
        var cursor = Objects.requireNonNull(request, "page").cursor();
        var after = cursor == null ? null : Cursors.read(cursor, environment, query);
        var found = list(environment, query, after, request.limit() + 1); // one more, to know whether there is more
        boolean hasMore = found.size() > request.limit();
        var documents = hasMore ? found.subList(0, request.limit()) : found;
        var next = hasMore ? Cursors.write(environment, query, last(documents).id()) : null;
        var total = request.wantsTotalCount() ? count(environment, query) : null;
        return new DocumentPage(documents, next, hasMore, total);
    }

    /** Returns all pages, one after the other. */
    public Stream<Document> stream(Environment environment, DocumentQuery query) {
        Objects.requireNonNull(query, "query");
        var walk = new Walk((after, limit) -> list(environment, query, after, limit));
        return StreamSupport.stream(walk, false).onClose(walk::close);
    }

    /** Counts what is on all pages. */
    public long count(Environment environment, DocumentQuery query) {
        return QueryTexts.matchSomething(Objects.requireNonNull(query, "query")) ? store.count(environment, query) : 0;
    }

    private List<Document> list(Environment environment, DocumentQuery query, @Nullable UUID after, int limit) {
        return QueryTexts.matchSomething(query) ? store.list(environment, query, after, limit) : List.of();
    }

    private static Document last(List<Document> documents) {
        return documents.get(documents.size() - 1);
    }
}
