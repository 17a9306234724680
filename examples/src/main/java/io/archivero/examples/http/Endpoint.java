package io.archivero.examples.http;

import com.sun.net.httpserver.HttpServer;
import io.archivero.DocumentRepository;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** The endpoint while it runs: the JDK's server, with the resources behind it. Closing it stops it gracefully. */
final class Endpoint implements AutoCloseable {
    private static final int DEFAULT_BACKLOG = 0;

    private final HttpServer server;
    private final ExecutorService workers;
    private final InProgress inProgress;
    private final ServerSettings settings;

    private Endpoint(HttpServer server, ExecutorService workers, InProgress inProgress, ServerSettings settings) {
        this.server = server;
        this.workers = workers;
        this.inProgress = inProgress;
        this.settings = settings;
    }

    /**
     * Starts it over a repository, which stays the caller's to close.
     *
     * @throws IOException if it cannot listen at that address
     */
    static Endpoint start(DocumentRepository documents, Keys keys, ServerSettings settings) throws IOException {
        var server = HttpServer.create(settings.address(), DEFAULT_BACKLOG);
        var workers = Workers.open(settings.bounds().connections());
        var inProgress = new InProgress();
        var counters = new Counters();
        var gate = new Gate(settings.bounds().requests(), settings.deadlines().turn());
        var intake = new Intake(gate, counters);
        var routes = new Routes(List.of(
                new BatchResource(documents, intake),
                new ItemResource(documents, intake),
                new ClientResource(documents, gate),
                new HealthResource(documents),
                new MetricsResource(counters, inProgress),
                new DescriptionResource()));
        var traffic = new Traffic(inProgress, counters, settings.bounds().bodyBytes());
        server.createContext("/", new RequestHandler(routes, new Authentication(keys), traffic));
        server.setExecutor(workers);
        server.start();
        return new Endpoint(server, workers, inProgress, settings);
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    /**
     * Stops listening at once, lets the running requests end, and returns. The server's own way of waiting does not do: it also
     * waits for requests that were broken off, and where there is none it waits for its full time.
     */
    @Override
    public void close() {
        int seconds = (int) settings.deadlines().stop().toSeconds();
        var stopping = new Thread(() -> server.stop(seconds), "stopping");
        stopping.start();
        try {
            inProgress.close(settings.deadlines().stop());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        workers.shutdownNow();
    }
}
