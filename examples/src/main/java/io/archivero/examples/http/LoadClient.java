package io.archivero.examples.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Sends requests from several threads, each of which waits for its answer before it sends the next. */
final class LoadClient {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CardBodies cards = new CardBodies();
    private final URI endpoint;
    private final String key;

    LoadClient(InetSocketAddress address, String key) {
        if (!address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("load is for endpoints on this machine only");
        }
        this.endpoint = URI.create("http://127.0.0.1:" + address.getPort());
        this.key = key;
    }

    /**
     * What came of a run.
     *
     * @param latencies of the requests that were answered with 200
     * @param errors requests with another answer, or none
     * @param seconds how long it took
     */
    record Outcome(Latencies latencies, int errors, double seconds) {}

    /** Stores what is read and replayed. */
    void prepare() throws IOException, InterruptedException {
        if (client.send(put(CardBodies.stored()), BodyHandlers.discarding()).statusCode() != 200) {
            throw new IOException("the documents to be read were not stored");
        }
    }

    Outcome run(Workload workload, int connections, int seconds) throws InterruptedException {
        var errors = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(connections);
        try {
            long begin = System.nanoTime();
            long end = begin + seconds * 1_000_000_000L;
            Callable<long[]> sender = () -> send(workload, end, errors);
            var parts = new ArrayList<long[]>();
            for (var part : threads.invokeAll(Collections.nCopies(connections, sender))) {
                parts.add(part.get());
            }
            return new Outcome(Latencies.of(parts), errors.get(), (System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a sender failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] send(Workload workload, long end, AtomicInteger errors) throws InterruptedException {
        var nanos = LongStream.builder();
        while (System.nanoTime() < end) {
            var request = request(workload);
            long begin = System.nanoTime();
            try {
                int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
                if (status == 200) {
                    nanos.add(System.nanoTime() - begin);
                } else {
                    errors.incrementAndGet();
                }
            } catch (IOException e) {
                errors.incrementAndGet();
            }
        }
        return nanos.build().toArray();
    }

    private HttpRequest request(Workload workload) {
        return switch (workload) {
            case ONE, BATCH_50, BATCH_250 -> put(cards.fresh(workload.documents()));
            case REPLAY_250 -> put(CardBodies.stored());
            case PAGE_50 ->
                address("/clients/" + CardBodies.READER + "/documents?limit=50")
                        .GET()
                        .build();
        };
    }

    private HttpRequest put(String body) {
        return address("/documents/batch/external")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder address(String path) {
        return HttpRequest.newBuilder(endpoint.resolve(path)).header("Authorization", "Bearer " + key);
    }
}
