package io.archivero.testkit.rivals;

import io.archivero.DocumentQuery;
import io.archivero.PageRequest;
import io.archivero.testkit.history.RecordedCall.Shape;
import java.util.ArrayList;
import java.util.List;

/** Reads of every kind. */
final class Reads {
    private static final int MOST_IDS = 12;
    private static final int PAGE = 8;

    private final Scene scene;

    Reads(Scene scene) {
        this.scene = scene;
    }

    /** Looks for some documents at once. */
    void many() {
        var externalIds = RivalKeys.some(scene.random(), MOST_IDS);
        scene.witness()
                .read(
                        Shape.SNAPSHOT,
                        () -> scene.repository().findAllByExternalId(scene.environment(), externalIds),
                        found -> {
                            found.values().forEach(scene::remember);
                            return scene.answers().found(externalIds, found);
                        });
    }

    /** Looks for one document, by either id. */
    void one() {
        var externalId = RivalKeys.any(scene.random());
        var document = scene.known(externalId);
        if (document == null || scene.random().nextBoolean()) {
            scene.witness()
                    .read(
                            Shape.SNAPSHOT,
                            () -> scene.repository().findByExternalId(scene.environment(), externalId),
                            found -> scene.found(externalId, found));
        } else {
            scene.witness()
                    .read(
                            Shape.SNAPSHOT,
                            () -> scene.repository().findById(scene.environment(), document.id()),
                            found -> found.map(scene.answers()::seen).stream().toList());
        }
    }

    /** Looks at a list, two pages at most. */
    void pages() {
        var query = scene.random().nextBoolean()
                ? DocumentQuery.all()
                : DocumentQuery.all().externalIdPrefix("r").oldestFirst();
        var next = new ArrayList<String>();
        page(query, PageRequest.first(PAGE), next);
        if (!next.isEmpty()) {
            page(query, PageRequest.after(next.get(0), PAGE), next);
        }
    }

    private void page(DocumentQuery query, PageRequest request, List<String> next) {
        scene.witness()
                .read(Shape.SNAPSHOT, () -> scene.repository().list(scene.environment(), query, request), page -> {
                    if (page.nextCursor() != null) {
                        next.add(page.nextCursor());
                    }
                    return scene.answers().seen(page.documents());
                });
    }

    /** Asks what a batch would do. */
    void preview() {
        var batch = scene.fresh();
        scene.witness()
                .read(
                        Shape.SNAPSHOT,
                        () -> scene.repository().previewBatchUpsert(scene.environment(), batch),
                        result -> scene.answers().previewed(batch, result));
    }
}
