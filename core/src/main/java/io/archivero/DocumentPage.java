package io.archivero;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. {@code toString} shows how many documents it has, and nothing of them.
 *
 * @param documents the documents, in the order that the query asked for; unmodifiable
 * @param nextCursor what to ask the next page with ({@link PageRequest#after}); null exactly on the last page. An opaque text of
 *     letters, digits, {@code -} and {@code _}, good for the same query in the same environment only, for as long as it is kept. It
 *     says nothing of a document but its id, and is no secret
 * @param hasMore whether more documents followed when the page was read
 * @param totalCount how many documents the query matches, with this page's among them; null unless it was asked for
 */
public record DocumentPage(
        List<Document> documents,
        @Nullable String nextCursor,
        boolean hasMore,
        @Nullable Long totalCount) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is more but no cursor, or a cursor but no more
     */
    public DocumentPage {
        documents = List.copyOf(documents);
        if (hasMore != (nextCursor != null)) {
            throw new IllegalArgumentException("a page has a cursor exactly if there is more");
        }
    }

    @Override
    public String toString() {
        return "DocumentPage[" + documents.size() + " documents, hasMore=" + hasMore + ", totalCount=" + totalCount
                + "]";
    }
}
