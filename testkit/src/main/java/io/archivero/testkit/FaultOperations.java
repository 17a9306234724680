package io.archivero.testkit;

import static io.archivero.testkit.ContractTopic.TEST;

import io.archivero.DocumentQuery;
import io.archivero.DocumentUpsert;
import io.archivero.PageRequest;
import java.util.ArrayList;
import java.util.List;

/** The operations that are put through faults. */
final class FaultOperations {
    private static final List<DocumentUpsert> STORED = List.of(
            Marked.item("a").build(),
            Marked.item("b").build(),
            Marked.item("same").build());
    private static final DocumentQuery ALL_OF_CLIENT = DocumentQuery.all().clientId(Marked.CLIENT);

    private FaultOperations() {}

    /** Returns one of each kind: what is kept, what is undone, what is halved, what is only read. */
    static List<FaultOperation> few() {
        return List.of(
                batch("an atomic batch that creates, updates and leaves alone", mixed(), true),
                batch("an atomic batch with a conflict", late(), true),
                batch("a partial batch with refused rows", refused(), false),
                new FaultOperation("count", STORED, (r, id) -> r.count(TEST, ALL_OF_CLIENT)));
    }

    /** Returns the others. */
    static List<FaultOperation> all() {
        var all = new ArrayList<>(few());
        all.add(new FaultOperation(
                "a batch that creates", List.of(), (r, id) -> r.batchUpsertByExternalId(TEST, mixed(), true)));
        all.add(batch("a partial batch that creates, updates and leaves alone", mixed(), false));
        all.add(batch("a replay", STORED, true));
        all.add(batch("a partial batch with a conflict", late(), false));
        all.add(batch("an atomic batch with refused rows", refused(), true));
        all.add(new FaultOperation("a single upsert", STORED, (r, id) -> r.upsertByExternalId(TEST, changed("a"))));
        all.add(new FaultOperation(
                "a single upsert that creates", STORED, (r, id) -> r.upsertByExternalId(TEST, changed("new"))));
        all.add(new FaultOperation("a preview", STORED, (r, id) -> r.previewBatchUpsert(TEST, mixed())));
        all.add(new FaultOperation("a verification", STORED, (r, id) -> r.verify(TEST, id, Marked.WORD)));
        all.add(new FaultOperation("a removal", STORED, (r, id) -> r.deleteByExternalId(TEST, Marked.key("a"))));
        all.add(new FaultOperation("findById", STORED, (r, id) -> r.findById(TEST, id)));
        all.add(new FaultOperation(
                "findAllByExternalId",
                STORED,
                (r, id) -> r.findAllByExternalId(TEST, List.of(Marked.key("a"), Marked.key("b")))));
        all.add(new FaultOperation("list", STORED, (r, id) -> r.list(TEST, ALL_OF_CLIENT, PageRequest.first(2))));
        return all;
    }

    private static FaultOperation batch(String name, List<DocumentUpsert> items, boolean atomic) {
        return new FaultOperation(name, STORED, (r, id) -> r.batchUpsertByExternalId(TEST, items, atomic));
    }

    private static List<DocumentUpsert> mixed() {
        return List.of(
                changed("b"), Marked.item("same").build(), Marked.item("new").build(), changed("a"));
    }

    private static List<DocumentUpsert> late() {
        var late = Marked.item("b").size(1L).expectedVersion(9L).build();
        return List.of(changed("a"), Marked.item("new").build(), late);
    }

    private static List<DocumentUpsert> refused() {
        return List.of(
                changed("a"), forbidden("new"), forbidden("b"), Marked.item("y").build());
    }

    private static DocumentUpsert changed(String name) {
        return Marked.item(name).size(1L).build();
    }

    private static DocumentUpsert forbidden(String name) {
        return Marked.item(name).type(Marked.FORBIDDEN).build();
    }
}
