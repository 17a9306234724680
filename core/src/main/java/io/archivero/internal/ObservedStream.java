package io.archivero.internal;

import io.archivero.Document;
import java.util.Map;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A stream that counts what it hands out, and ends its call when it is closed: badly if it could not be read to where it was read. */
final class ObservedStream implements Spliterator<Document> {
    private final Stream<Document> source;
    private final Spliterator<Document> documents;
    private final Call call;
    private @Nullable Document next;
    private long handedOut;
    private @Nullable Throwable failure;

    ObservedStream(Stream<Document> source, Call call) {
        this.source = source;
        this.documents = source.spliterator();
        this.call = call;
    }

    Stream<Document> stream() {
        return StreamSupport.stream(this, false).onClose(source::close).onClose(this::end);
    }

    private void end() {
        if (failure == null) {
            call.succeeded(Map.of(), handedOut);
        } else {
            call.failed(failure, handedOut);
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super Document> action) {
        next = null;
        try {
            documents.tryAdvance(document -> next = document);
        } catch (Throwable thrown) {
            failure = thrown;
            throw thrown;
        }
        if (next == null) {
            return false;
        }
        handedOut++;
        action.accept(next); // what the host's own code throws is no failure of the call
        return true;
    }

    @Override
    public @Nullable Spliterator<Document> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return documents.estimateSize();
    }

    @Override
    public int characteristics() {
        return documents.characteristics();
    }
}
