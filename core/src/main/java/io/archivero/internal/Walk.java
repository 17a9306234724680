package io.archivero.internal;

import io.archivero.Document;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a list one page at a time: a page is read when somebody asks for its first document, and forgotten when somebody
 * asks for the next one's. Between pages it holds nothing but an id. It does not split: a parallel stream reads it in
 * one thread.
 */
final class Walk implements Spliterator<Document> {
    /** Enough that a round trip does not count, few enough that large documents fit into a small heap. */
    private static final int PAGE_SIZE = 100;

    /** Reads up to so many documents after that id; null for the beginning. */
    @FunctionalInterface
    interface PageReader {
        List<Document> read(@Nullable UUID after, int limit);
    }

    private final PageReader reader;
    private Iterator<Document> page = List.<Document>of().iterator();
    private @Nullable UUID last;
    private boolean lastPage;
    private volatile boolean closed;

    Walk(PageReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Document> action) {
        if (closed) {
            throw new IllegalStateException("the stream is closed");
        }
        if (!page.hasNext() && !lastPage) {
            var documents = reader.read(last, PAGE_SIZE);
            lastPage = documents.size() < PAGE_SIZE;
            page = documents.iterator();
        }
        if (!page.hasNext()) {
            return false;
        }
        var document = page.next();
        last = document.id();
        action.accept(document);
        return true;
    }

    /** From now on nothing is read any more. */
    void close() {
        closed = true;
    }

    @Override
    public @Nullable Spliterator<Document> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return ORDERED | DISTINCT | NONNULL;
    }
}
