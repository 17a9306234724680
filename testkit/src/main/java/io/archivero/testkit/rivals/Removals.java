package io.archivero.testkit.rivals;

import io.archivero.testkit.history.Fact;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Removals of every kind. */
final class Removals {
    private final Scene scene;

    Removals(Scene scene) {
        this.scene = scene;
    }

    /** Removes one document or some, in one of the ways there are. */
    void any() {
        var externalId = RivalKeys.any(scene.random());
        var document = scene.known(externalId);
        if (scene.random().nextInt(4) == 0) {
            var some = RivalKeys.some(scene.random(), 3);
            remove(some, () -> scene.repository().deleteAllByExternalId(scene.environment(), some));
        } else if (document == null || scene.random().nextInt(3) == 0) {
            remove(
                    List.of(externalId),
                    () -> scene.repository().deleteAllByClientId(scene.environment(), RivalKeys.client(externalId)));
        } else if (scene.random().nextBoolean()) {
            remove(
                    List.of(externalId),
                    () -> count(scene.repository()
                            .deleteByExternalId(scene.environment(), externalId, document.version())));
        } else {
            removeById(document.id(), externalId);
        }
    }

    private void remove(List<String> externalIds, Supplier<Number> call) {
        scene.write(
                externalIds.stream()
                        .map(scene.answers()::key)
                        .map(Fact::maybeDeleted)
                        .toList(),
                call,
                removed -> externalIds.stream()
                        .map(scene.answers()::key)
                        .map(key -> removed(key, removed.longValue(), externalIds.size()))
                        .toList());
    }

    /** Who removed some of many is not told which. */
    private static Fact removed(String key, long removed, int asked) {
        if (removed == 0) {
            return Fact.absent(key);
        }
        return removed == asked ? Fact.deleted(key) : Fact.maybeDeleted(key);
    }

    /** That there is no document of an id tells nothing of its external id. */
    private void removeById(UUID id, String externalId) {
        var key = scene.answers().key(externalId);
        scene.write(
                List.of(Fact.maybeDeleted(key)),
                () -> scene.repository().deleteById(scene.environment(), id),
                removed -> removed ? List.of(Fact.deleted(key)) : List.of());
    }

    private static int count(boolean removed) {
        return removed ? 1 : 0;
    }
}
