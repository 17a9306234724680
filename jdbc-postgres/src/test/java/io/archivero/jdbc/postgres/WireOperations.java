package io.archivero.jdbc.postgres;

import static io.archivero.Environment.LIVE;

import io.archivero.DocumentQuery;
import io.archivero.DocumentUpsert;
import io.archivero.ImportOptions;
import io.archivero.PageRequest;
import io.archivero.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The operations that are put on a wire that is cut. */
final class WireOperations {
    /** What is stored before each. */
    static final List<DocumentUpsert> STORED = List.of(
            Items.item("k0", 1).toBuilder().storagePath("to be verified").build(),
            Items.item("k1", 1),
            Items.item("k2", 1),
            Items.item("k3", 1));

    /** The type of documents that a rule of the host's refuses. */
    static final String FORBIDDEN = "forbidden";

    private static final ImportOptions IMPORT = ImportOptions.defaults()
            .withBatchSize(2)
            .withRetryPolicy(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1)));

    private WireOperations() {}

    static List<WireOperation> all() {
        return List.of(
                batch("an atomic batch that creates", Items.batch("new", 3, 1), true),
                batch("a partial batch that creates", Items.batch("new", 3, 1), false),
                batch("an atomic batch that updates", Items.batch("k", 3, 2), true),
                batch("a partial batch that updates", Items.batch("k", 3, 2), false),
                batch("an atomic batch that creates, updates and leaves alone", mixed(), true),
                batch("a batch of 250", Items.batch("k", 250, 2), true),
                batch("a replay", STORED, true),
                batch("an atomic batch with refused rows", refused(), true),
                batch("a partial batch with refused rows", refused(), false),
                single("a single upsert that creates", Items.item("new", 1)),
                single("a single upsert that updates", Items.item("k0", 2)),
                single("a single replay", Items.item("k0", 1)),
                WireOperation.of("a deletion by id", (r, known) -> r.deleteById(LIVE, known.id())),
                WireOperation.of("a deletion by key", (r, known) -> r.deleteByExternalId(LIVE, "k0")),
                WireOperation.of(
                        "a deletion of several", (r, known) -> r.deleteAllByExternalId(LIVE, List.of("k0", "k1"))),
                WireOperation.of(
                        "a deletion of a client's", (r, known) -> r.deleteAllByClientId(LIVE, known.clientId())),
                WireOperation.of("a verification", (r, known) -> r.verify(LIVE, known.id(), "somebody")),
                WireOperation.of("a file detached", (r, known) -> r.detachFile(LIVE, known.id())),
                WireOperation.of("an import", (r, known) -> r.importAll(LIVE, mixed().iterator(), IMPORT)),
                WireOperation.of("a preview", (r, known) -> r.previewBatchUpsert(LIVE, mixed())),
                WireOperation.of("findById", (r, known) -> r.findById(LIVE, known.id())),
                WireOperation.of("list", (r, known) -> r.list(LIVE, DocumentQuery.all(), PageRequest.first(2))),
                WireOperation.of("stream", (r, known) -> {
                    try (var stream = r.stream(LIVE, DocumentQuery.all())) {
                        stream.forEach(document -> {});
                    }
                }));
    }

    private static WireOperation batch(String name, List<DocumentUpsert> items, boolean atomic) {
        return new WireOperation(name, items, (r, known) -> r.batchUpsertByExternalId(LIVE, items, atomic));
    }

    private static WireOperation single(String name, DocumentUpsert item) {
        return new WireOperation(name, List.of(item), (r, known) -> r.upsertByExternalId(LIVE, item));
    }

    private static List<DocumentUpsert> mixed() {
        return List.of(Items.item("k1", 2), Items.item("new", 1), Items.item("k0", 1), Items.item("k2", 2));
    }

    private static List<DocumentUpsert> refused() {
        var items = new ArrayList<>(mixed());
        items.add(Items.item("k3", 2).toBuilder().type(FORBIDDEN).build());
        return items;
    }
}
