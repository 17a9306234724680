package io.archivero.testkit.rivals;

import io.archivero.Document;
import io.archivero.DocumentUpsert;
import io.archivero.ItemResult;
import io.archivero.testkit.history.Fact;
import io.archivero.testkit.history.RecordedCall.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Upserts of every kind: new, replayed, bound to be refused, guarded. */
final class Upserts {
    private final Scene scene;
    private List<DocumentUpsert> lastBatch = List.of();

    Upserts(Scene scene) {
        this.scene = scene;
    }

    private List<DocumentUpsert> poisoned() {
        var batch = new ArrayList<>(scene.fresh());
        var externalId = Objects.requireNonNull(batch.remove(0).externalId());
        batch.add(
                scene.random().nextBoolean()
                        ? scene.items().invalid(externalId)
                        : scene.items()
                                .item(externalId)
                                .expectedVersion(Long.MAX_VALUE)
                                .build());
        return batch;
    }

    /** Stores a batch that nobody has stored before. */
    void batch() {
        upsertBatch(scene.fresh(), scene.random().nextBoolean());
    }

    /** Tries to store a batch that is refused whole: nobody may ever see anything of it. */
    void poisonedBatch() {
        upsertBatch(poisoned(), true);
    }

    private void upsertBatch(List<DocumentUpsert> batch, boolean atomic) {
        lastBatch = batch;
        scene.write(
                RivalItems.belongTogether(batch) ? Shape.BATCH : Shape.LOOSE,
                RivalItems.attempts(scene.answers(), batch),
                () -> scene.repository().batchUpsertByExternalId(scene.environment(), batch, atomic),
                result -> upserted(batch, result.items()),
                rejected -> upserted(batch, rejected.result().items()));
    }

    /** Whoever is told that nobody knows asks again: so do those to whom nothing has happened. */
    void replay() {
        var batch = new ArrayList<>(lastBatch);
        if (batch.isEmpty()) {
            return;
        }
        Collections.shuffle(batch, scene.random());
        scene.write(
                Shape.LOOSE,
                RivalItems.attempts(scene.answers(), batch),
                () -> scene.repository().batchUpsertByExternalId(scene.environment(), batch, false),
                result -> upserted(batch, result.items()),
                rejected -> List.of());
    }

    /** Stores one document. */
    void one() {
        var item = scene.items().item(RivalKeys.any(scene.random())).build();
        scene.write(
                RivalItems.attempts(scene.answers(), List.of(item)),
                () -> scene.repository().upsertByExternalId(scene.environment(), item),
                result -> upserted(List.of(item), List.of(result)));
    }

    private List<Fact> upserted(List<DocumentUpsert> batch, List<ItemResult> results) {
        results.forEach(result -> result.document().ifPresent(scene::remember));
        return scene.answers().upserted(batch, results);
    }

    /** Counts on by one, if nobody else did since the count was seen. */
    void increment() {
        var externalId = RivalKeys.counter(scene.random());
        var seen = new ArrayList<Document>();
        scene.witness()
                .read(
                        Shape.SNAPSHOT,
                        () -> scene.repository().findByExternalId(scene.environment(), externalId),
                        found -> {
                            found.ifPresent(seen::add);
                            return scene.found(externalId, found);
                        });
        // The first to count creates it; who could not read counts as if he were the first, and loses.
        long version = seen.isEmpty() ? 0 : seen.get(0).version();
        var item = scene.items()
                .item(externalId)
                .size(version + 1)
                .expectedVersion(version)
                .build();
        scene.write(
                RivalItems.attempts(scene.answers(), List.of(item)),
                () -> scene.repository().upsertByExternalId(scene.environment(), item),
                result -> scene.answers().upserted(List.of(item), List.of(result)));
    }
}
