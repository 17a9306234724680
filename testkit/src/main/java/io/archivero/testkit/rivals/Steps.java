package io.archivero.testkit.rivals;

import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.FileAttachment;
import io.archivero.testkit.history.Fact;
import io.archivero.testkit.history.Marks;
import io.archivero.testkit.history.RecordedCall.Shape;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Steps in the lives of documents, one by one and many at once. */
final class Steps {
    private static final String REASON = "blurred";

    private final Scene scene;

    Steps(Scene scene) {
        this.scene = scene;
    }

    /** Takes a step with one document that was seen before. */
    void one() {
        var document = scene.known(RivalKeys.any(scene.random()));
        if (document == null) {
            return;
        }
        var id = document.id();
        var mark = scene.items().mark();
        switch (scene.random().nextInt(4)) {
            case 0 -> step(document, mark, () -> scene.repository().verify(scene.environment(), id, mark), null);
            case 1 ->
                step(document, mark, () -> scene.repository().reject(scene.environment(), id, mark, REASON), null);
            case 2 -> {
                var file = scene.items().file();
                var path = Objects.requireNonNull(file.storagePath());
                long version = document.version();
                step(
                        document,
                        path,
                        () -> scene.repository().attachFile(scene.environment(), id, file, version),
                        version);
            }
            default -> detach();
        }
    }

    private void step(Document document, String mark, Supplier<Document> call, @Nullable Long expectedVersion) {
        scene.write(
                List.of(Fact.maybeWritten(scene.answers().key(document.externalId()), mark)),
                call,
                changed -> scene.answers().changed(scene.remember(changed), expectedVersion));
    }

    /** If there was no file any more, nothing was written, and the answer is the same. */
    private void detach() {
        var document = scene.known(RivalKeys.detachable());
        if (document != null) {
            var attempt = Fact.maybeWritten(scene.answers().key(document.externalId()), Marks.NO_FILE);
            scene.write(
                    List.of(attempt),
                    () -> scene.repository().detachFile(scene.environment(), document.id()),
                    changed -> List.of(attempt, scene.answers().seen(scene.remember(changed))));
        }
    }

    /** Takes a step with some documents. */
    void many() {
        var externalIds = RivalKeys.some(scene.random(), 4);
        boolean atomic = scene.random().nextInt(4) == 0;
        var mark = scene.items().mark();
        switch (scene.random().nextInt(3)) {
            case 0 ->
                stepAll(
                        attempts(externalIds, mark),
                        () -> scene.repository().verifyAllByExternalId(scene.environment(), externalIds, mark, atomic));
            case 1 ->
                stepAll(
                        attempts(externalIds, mark),
                        () -> scene.repository()
                                .rejectAllByExternalId(scene.environment(), externalIds, mark, REASON, atomic));
            default -> {
                var file = scene.items().file();
                var files = externalIds.stream()
                        .map(externalId -> new FileAttachment(externalId, file))
                        .toList();
                stepAll(
                        attempts(externalIds, Objects.requireNonNull(file.storagePath())),
                        () -> scene.repository().attachAllByExternalId(scene.environment(), files, atomic));
            }
        }
    }

    private List<Fact> attempts(List<String> externalIds, String mark) {
        return externalIds.stream()
                .map(externalId -> Fact.maybeWritten(scene.answers().key(externalId), mark))
                .toList();
    }

    private void stepAll(List<Fact> attempts, Supplier<BatchUpsertResult> call) {
        scene.write(
                Shape.LOOSE,
                attempts,
                call,
                scene.answers()::stepped,
                rejected -> scene.answers().stepped(rejected.result()));
    }
}
