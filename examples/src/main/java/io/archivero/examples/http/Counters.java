package io.archivero.examples.http;

import io.archivero.BatchUpsertResult;
import io.archivero.ItemOutcome;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * What has been answered, as lines of text in the form that Prometheus reads. Labels are templates, methods, statuses and outcomes:
 * there are so many of them and no more, and none is a value of a document.
 */
final class Counters {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS");

    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();
    private final Map<ItemOutcome, LongAdder> items = new ConcurrentHashMap<>();
    private final LongAdder hungUp = new LongAdder();

    /** Counts an answer that was sent. */
    void answered(String method, String template, int status, long duration) {
        var labels = "{route=\"" + template + "\",method=\"" + (METHODS.contains(method) ? method : "other") + "\"";
        add(requests, labels + ",status=\"" + status + "\"}", 1);
        add(nanos, labels + "}", duration);
    }

    void items(BatchUpsertResult result) {
        result.counts().forEach((outcome, count) -> add(items, outcome, count));
    }

    /** Counts a client that was gone, or too slow, before it had its answer. */
    void hungUp() {
        hungUp.increment();
    }

    String text(int inProgress) {
        var out = new StringBuilder();
        family(out, "archivero_http_requests_total", "counter", "Answers by route, method and status.");
        lines(out, "archivero_http_requests_total", requests);
        family(out, "archivero_http_seconds_total", "counter", "Seconds spent on answers by route and method.");
        new TreeMap<>(nanos)
                .forEach((labels, spent) -> out.append("archivero_http_seconds_total")
                        .append(labels)
                        .append(' ')
                        .append(spent.sum() / 1e9)
                        .append('\n'));
        family(out, "archivero_http_hung_up_total", "counter", "Clients gone or cut off before their answer.");
        line(out, "archivero_http_hung_up_total", hungUp.sum());
        family(out, "archivero_http_in_progress", "gauge", "Requests that are being answered now.");
        line(out, "archivero_http_in_progress", inProgress);
        family(out, "archivero_items_total", "counter", "Items of upserts by outcome.");
        lines(
                out,
                "archivero_items_total",
                items.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> "{outcome=\"" + entry.getKey().wireName() + "\"}", Map.Entry::getValue)));
        return out.toString();
    }

    private static <K> void add(Map<K, LongAdder> counters, K key, long count) {
        counters.computeIfAbsent(key, any -> new LongAdder()).add(count);
    }

    private static void family(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void lines(StringBuilder out, String name, Map<String, LongAdder> counters) {
        new TreeMap<>(counters).forEach((labels, counter) -> line(out, name + labels, counter.sum()));
    }

    private static void line(StringBuilder out, String name, long value) {
        out.append(name).append(' ').append(value).append('\n');
    }
}
