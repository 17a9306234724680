package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.archivero.Document;
import io.archivero.DocumentStatus;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.IllegalTransitionException;
import io.archivero.ItemResult;
import io.archivero.Review;
import io.archivero.StoredFile;
import io.archivero.testkit.DocumentModel.Prediction;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.jspecify.annotations.Nullable;

/** Whatever is done in whatever order: the repository and the {@link DocumentModel} go on agreeing. */
abstract class SequenceLaws extends LawTopic {
    private static final int LONGEST = 12;
    private static final Instant REVIEWED = Instant.parse("2026-02-28T12:00:00Z");
    private static final List<Review> REVIEWS = List.of(
            new Review(DocumentStatus.VERIFIED, REVIEWED, "ana", null, REVIEWED, "ana"),
            new Review(DocumentStatus.REJECTED, null, null, "blurred", REVIEWED, "beto"));

    SequenceLaws(StoreFixture fixture) {
        super(fixture);
    }

    @Property
    @Label("model equivalence: after any sequence of operations, every answer and every document is as the model says")
    void modelEquivalence(@ForAll("sequences") ActionChain<Pair> sequence) {
        sequence.withInvariant("same documents", Pair::assertSameDocuments).run();
    }

    @Provide
    Arbitrary<ActionChain<Pair>> sequences() {
        return ActionChain.startWith(Pair::new)
                .withAction(4, independent(batches()))
                .withAction(4, independent(repetitions()))
                .withAction(2, independent(previews()))
                .withAction(2, independent(reviews()))
                .withAction(4, independent(steps()))
                .withAction(1, independent(removals()))
                .withAction(1, independent(clockSteps()))
                .withMaxTransformations(LONGEST);
    }

    private Arbitrary<Transformer<Pair>> batches() {
        return Combinators.combine(environments(), mixed(), Arbitraries.of(true, false))
                .as((environment, items, atomic) -> new Step(
                        pair -> pair.batch(environment, items, atomic),
                        () -> (atomic ? "atomic " : "partial ") + environment + " " + described(items)));
    }

    /** Equal documents hardly ever meet by chance: so the last batch comes again, as it was or with a change. */
    private Arbitrary<Transformer<Pair>> repetitions() {
        return Combinators.combine(
                        environments(),
                        Arbitraries.of(Change.ALL),
                        Draw.orNull(Arbitraries.longs().between(0, 3)),
                        Arbitraries.of(true, false))
                .as((environment, change, expected, atomic) -> new Step(
                        pair -> pair.again(environment, change, expected, atomic),
                        () -> (atomic ? "atomic " : "partial ") + environment + " again, with another " + change.name()
                                + ", expecting " + expected));
    }

    private Arbitrary<Transformer<Pair>> previews() {
        return Combinators.combine(environments(), mixed())
                .as((environment, items) -> new Step(
                        pair -> pair.preview(environment, items),
                        () -> "preview " + environment + " " + described(items)));
    }

    private Arbitrary<Transformer<Pair>> reviews() {
        return Combinators.combine(environments(), DocumentArbitraries.externalIds(18), Arbitraries.of(REVIEWS))
                .as((environment, externalId, review) -> new Step(
                        pair -> pair.review(environment, externalId, review),
                        () -> environment + " " + externalId + " becomes " + review.status()));
    }

    private Arbitrary<Transformer<Pair>> steps() {
        return Combinators.combine(environments(), DocumentArbitraries.externalIds(18), Arbitraries.of(ModelStep.ALL))
                .as((environment, externalId, step) -> new Step(
                        pair -> pair.step(environment, externalId, step), () -> step + " " + environment + externalId));
    }

    private Arbitrary<Transformer<Pair>> removals() {
        return Combinators.combine(environments(), DocumentArbitraries.externalIds(18))
                .as((environment, externalId) -> new Step(
                        pair -> pair.remove(environment, externalId), () -> "remove " + environment + externalId));
    }

    private Arbitrary<Transformer<Pair>> clockSteps() {
        return step().map(step -> new Step(pair -> clock.advance(step), () -> "clock " + step));
    }

    /** What does not depend on the state; jqwik wants it as a class. */
    private static Action.Independent<Pair> independent(Arbitrary<Transformer<Pair>> transformers) {
        return () -> transformers;
    }

    private static Arbitrary<Environment> environments() {
        return Arbitraries.of(Environment.values());
    }

    /** These documents are made up, so what they hold may be printed. */
    private static String described(List<DocumentUpsert> items) {
        return items.stream()
                .map(item -> ModelDocument.content(item) + " expecting " + item.expectedVersion())
                .toList()
                .toString();
    }

    /** Something that is done to both; it is described only if it has to be reported. */
    private record Step(Consumer<Pair> work, Supplier<String> description) implements Transformer<Pair> {
        @Override
        public Pair apply(Pair pair) {
            work.accept(pair);
            return pair;
        }

        @Override
        public String transformation() {
            return description.get();
        }
    }

    /** The repository and the model, which get the same to do. */
    private final class Pair {
        private final DocumentModel model = new DocumentModel();
        private final Map<String, UUID> ids = new HashMap<>();
        private final Map<Environment, List<DocumentUpsert>> last = new EnumMap<>(Environment.class);

        Pair() {
            start();
        }

        void batch(Environment environment, List<DocumentUpsert> items, boolean atomic) {
            var predicted = model.batch(environment, items, atomic, clock.instant());
            assertAgree(predicted, run(environment, items, atomic).items());
            last.put(environment, items);
        }

        void again(Environment environment, Change change, @Nullable Long expected, boolean atomic) {
            var items = last.getOrDefault(environment, List.of()).stream()
                    .map(item -> change.of(item).toBuilder()
                            .expectedVersion(expected)
                            .build())
                    .toList();
            if (!items.isEmpty()) {
                batch(environment, items, atomic);
            }
        }

        void preview(Environment environment, List<DocumentUpsert> items) {
            assertAgree(
                    model.preview(environment, items),
                    repository.previewBatchUpsert(environment, items).items());
        }

        void review(Environment environment, String externalId, Review review) {
            model.review(environment, externalId, review);
            fixture.review(environment, externalId, review);
        }

        void step(Environment environment, String externalId, ModelStep step) {
            boolean taken = model.step(environment, externalId, step, clock.instant());
            var found = repository.findByExternalId(environment, externalId);
            if (found.isPresent()) {
                var id = found.get().id();
                if (taken) {
                    take(environment, id, step);
                } else {
                    assertThrows(IllegalTransitionException.class, () -> take(environment, id, step));
                }
            }
        }

        private void take(Environment environment, UUID id, ModelStep step) {
            switch (step.name()) {
                case "verify" -> repository.verify(environment, id, ModelStep.REVIEWER);
                case "reject" -> repository.reject(environment, id, ModelStep.REVIEWER, ModelStep.REASON);
                case "attach" ->
                    repository.attachFile(environment, id, new StoredFile(null, null, null, ModelStep.PATH));
                case "detach" -> repository.detachFile(environment, id);
                default -> throw new AssertionError(step);
            }
        }

        void remove(Environment environment, String externalId) {
            ids.remove(environment + externalId);
            assertEquals(model.remove(environment, externalId), repository.deleteByExternalId(environment, externalId));
        }

        void assertSameDocuments() {
            for (var environment : Environment.values()) {
                var stored = new HashMap<String, ModelDocument>();
                repository
                        .findAllByExternalId(environment, TextArbitraries.LOOKALIKES)
                        .forEach((externalId, document) -> {
                            stored.put(externalId, ModelDocument.of(document));
                            assertSameId(environment, document);
                        });
                assertEquals(model.documents(environment), stored);
                assertEquals(stored.size(), count(environment));
            }
        }

        private void assertSameId(Environment environment, Document document) {
            var known = ids.putIfAbsent(environment + document.externalId(), document.id());
            assertEquals(known == null ? document.id() : known, document.id());
        }

        private void assertAgree(List<Prediction> predicted, List<ItemResult> results) {
            assertEquals(predicted.size(), results.size());
            for (int i = 0; i < predicted.size(); i++) {
                assertEquals(predicted.get(i).outcome(), results.get(i).outcome(), "item " + i);
                assertEquals(
                        predicted.get(i).document(),
                        results.get(i).document().map(ModelDocument::of).orElse(null),
                        "item " + i);
            }
        }

        @Override
        public String toString() {
            return "repository and model";
        }
    }
}
