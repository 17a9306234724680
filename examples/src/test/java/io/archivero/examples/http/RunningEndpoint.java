package io.archivero.examples.http;

import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.Environment;
import io.archivero.examples.http.ServerSettings.Bounds;
import io.archivero.examples.http.ServerSettings.Deadlines;
import io.archivero.spi.RepositoryOptions;
import io.archivero.spi.StoredDocumentRepository;
import io.archivero.testkit.FailingStore;
import io.archivero.testkit.InMemoryDocumentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An endpoint in this process, over documents in memory and a store that fails and waits as told. */
final class RunningEndpoint implements AutoCloseable {
    static final String LIVE_KEY = "ak_live";
    static final String TEST_KEY = "ak_test";
    static final String KEY = "ak_both-0123456789.~+/=";
    static final int BODY_BYTES = 100_000;

    static final Keys KEYS = new Keys(List.of(
            new Keys.Key("live", Set.of(Environment.LIVE), Keys.hash(LIVE_KEY)),
            new Keys.Key("test", Set.of(Environment.TEST), Keys.hash(TEST_KEY)),
            new Keys.Key("both", Set.of(Environment.values()), Keys.hash(KEY))));

    final HeldClock clock = new HeldClock();
    final FailingStore store = new FailingStore(new InMemoryDocumentStore());
    final DocumentRepository documents =
            new StoredDocumentRepository(store, RepositoryOptions.DEFAULT.withClock(clock));
    private final Endpoint endpoint;
    private final List<CompletableFuture<Response>> waiting = new ArrayList<>();

    private Thread stopping = new Thread();
    private @Nullable Wire early;

    private RunningEndpoint(Bounds bounds, Duration turn) {
        var deadlines = new Deadlines(turn, Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(60));
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var settings = new ServerSettings(anyPort, bounds, deadlines);
        settings.applyToJdk();
        try {
            endpoint = Endpoint.start(documents, KEYS, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With one place in the store, for which nobody waits. */
    static RunningEndpoint start() {
        return new RunningEndpoint(new Bounds(BODY_BYTES, 16 * 1024, 512, 1), Duration.ZERO);
    }

    long count(Environment environment) {
        return documents.count(environment, DocumentQuery.all());
    }

    InetSocketAddress address() {
        return endpoint.address();
    }

    /** Sends a request on a connection of its own, or on the one that was opened before it began to stop. */
    Response exchange(Request request) throws IOException {
        if (early != null) {
            return early.exchange(request);
        }
        try (var wire = new Wire(address())) {
            return wire.exchange(request);
        }
    }

    /** Sends a batch that stays in the store until it is {@linkplain HeldClock#release() released}. */
    CompletableFuture<Response> occupyTheStore() {
        clock.hold();
        var response = new CompletableFuture<Response>();
        waiting.add(response);
        new Thread(() -> {
                    try {
                        response.complete(exchange(Samples.batch()));
                    } catch (IOException e) {
                        response.completeExceptionally(e);
                    }
                })
                .start();
        try {
            clock.awaitArrival();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return response;
    }

    /** Has it told to stop, while somebody is in the store; returns when it has heard. */
    void beginStopping() {
        occupyTheStore();
        var metrics = Request.of("GET", "/metrics");
        try {
            var wire = new Wire(address());
            wire.exchange(metrics);
            stopping = new Thread(endpoint::close);
            try (var other = new Wire(address())) {
                other.exchange(metrics);
                stopping.start();
                while (!other.exchange(metrics).header("connection").equals("close")) {
                    Thread.onSpinWait();
                }
            }
            early = wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isStopping() {
        return early != null;
    }

    /** Stops it gracefully; whoever is in the store is let go first. */
    @Override
    public void close() throws IOException {
        clock.release();
        waiting.forEach(CompletableFuture::join);
        endpoint.close();
        if (early != null) {
            early.close();
            try {
                stopping.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
