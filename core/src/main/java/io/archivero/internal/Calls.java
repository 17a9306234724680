package io.archivero.internal;

import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.Environment;
import io.archivero.Operation;
import io.archivero.RepositoryListener;
import io.archivero.spi.DocumentStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Where every call of a repository passes: times it, counts its retries, and tells the listener how it ended.
 *
 * <p>The work is given the store to use for this one call. So the retries of a call find their way to it by themselves, on whichever
 * thread they happen.
 */
public final class Calls {
    private final DocumentStore store;
    private final RepositoryListener listener;
    private final LongSupplier ticker;

    /** Reports to that listener, and to the log. */
    public static Calls of(DocumentStore store, RepositoryListener listener, LongSupplier ticker) {
        return new Calls(store, new Listeners(List.of(new CallLog(), listener)), ticker);
    }

    private Calls(DocumentStore store, RepositoryListener listener, LongSupplier ticker) {
        this.store = store;
        this.listener = listener;
        this.ticker = ticker;
    }

    /** Returns the same over another store. */
    public Calls over(DocumentStore other) {
        return new Calls(other, listener, ticker);
    }

    /** Runs a call that answers items. */
    public BatchUpsertResult items(
            Operation operation, Environment environment, Function<DocumentStore, BatchUpsertResult> work) {
        var call = begin(operation, environment);
        var result = call.run(store, work);
        call.succeeded(result.counts(), 0);
        return result;
    }

    /** Runs another call; {@code documents} says of its result how many it returned, changed or removed. */
    public <T> T documents(
            Operation operation,
            Environment environment,
            Function<DocumentStore, T> work,
            ToLongFunction<T> documents) {
        var call = begin(operation, environment);
        var result = call.run(store, work);
        call.succeeded(Map.of(), documents.applyAsLong(result));
        return result;
    }

    /** Opens a stream, in a call that ends when it is closed. */
    public Stream<Document> stream(Environment environment, Function<DocumentStore, Stream<Document>> work) {
        var call = begin(Operation.STREAM, environment);
        return new ObservedStream(call.run(store, work), call).stream();
    }

    private Call begin(Operation operation, Environment environment) {
        return new Call(operation, Objects.requireNonNull(environment, "environment"), listener, ticker);
    }
}
