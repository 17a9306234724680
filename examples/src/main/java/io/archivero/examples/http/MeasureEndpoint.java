package io.archivero.examples.http;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Starts the endpoint in a second process on this machine, sends it requests for a limited time, and prints how many it
 * answered and how fast. Its arguments are the seconds of each round (5 unless said otherwise) and the store (a file of H2 in a
 * temporary directory unless it is a URL of PostgreSQL).
 */
public final class MeasureEndpoint {
    private static final int[] CONNECTIONS = {1, 8, 32};
    private static final int SLOW_SENDERS = 100;
    private static final int MOST_SECONDS = 60;

    private final PrintStream out;
    private final LoadClient client;
    private final int seconds;

    private MeasureEndpoint(PrintStream out, LoadClient client, int seconds) {
        this.out = out;
        this.client = client;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        if (seconds < 1 || seconds > MOST_SECONDS) {
            System.err.println("the seconds of a round must be 1 to " + MOST_SECONDS);
            System.exit(2);
        }
        var store = args.length > 1 ? args[1] : "h2:documents";
        var directory = Files.createTempDirectory("archivero-load-");
        try {
            run(System.out, directory, store, seconds);
        } finally {
            delete(directory);
        }
    }

    /** Starts, measures and stops; returns how many requests failed. */
    static int run(PrintStream out, Path directory, String store, int seconds)
            throws IOException, InterruptedException {
        var key = Keys.make(new SecureRandom());
        var configuration = "port = 0\nkey.load = test " + Keys.hash(key).hex() + "\nstore = " + store
                + "\nlimit.requests = 16\ndeadline.turn.millis = 5000\ndeadline.request.seconds = 600\n";
        try (var serve = ServeProcess.start(classPath(), directory, configuration)) {
            var address = serve.awaitAddress();
            var client = new LoadClient(address, key);
            client.prepare();
            int errors = new MeasureEndpoint(out, client, seconds).measure(address);
            serve.terminate();
            serve.awaitEnd();
            return errors;
        }
    }

    private int measure(InetSocketAddress address) throws IOException, InterruptedException {
        out.println("Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + "; " + seconds
                + " s a round, client and endpoint on the same machine");
        out.println();
        out.println(
                "| request | connections | requests/s | documents/s | p50 ms | p95 ms | p99 ms | most ms | errors |");
        out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        int errors = 0;
        for (var workload : Workload.values()) {
            client.run(workload, CONNECTIONS[CONNECTIONS.length - 1], seconds); // the JIT's share
            for (int connections : CONNECTIONS) {
                errors += row(workload, workload.title(), connections);
            }
        }
        var slow = new ArrayList<SlowSender>();
        for (int i = 0; i < SLOW_SENDERS; i++) {
            slow.add(SlowSender.connect(address));
        }
        errors += row(Workload.ONE, Workload.ONE.title() + ", beside " + SLOW_SENDERS + " slow senders", 8);
        for (var sender : slow) {
            sender.close();
        }
        return errors;
    }

    private int row(Workload workload, String title, int connections) throws InterruptedException {
        var outcome = client.run(workload, connections, seconds);
        var latencies = outcome.latencies();
        long requests = Math.round(latencies.count() / outcome.seconds());
        long documents = Math.round(latencies.count() * (double) workload.documents() / outcome.seconds());
        out.printf(
                Locale.ROOT,
                "| %s | %d | %,d | %,d | %.1f | %.1f | %.1f | %.1f | %d |%n",
                title,
                connections,
                requests,
                documents,
                latencies.millis(50),
                latencies.millis(95),
                latencies.millis(99),
                latencies.millis(100),
                outcome.errors());
        return outcome.errors();
    }

    /** Returns this process's own class path, fit for another directory. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void delete(Path directory) throws IOException {
        List<Path> paths;
        try (var walk = Files.walk(directory)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (var path : paths) {
            Files.delete(path);
        }
    }
}
