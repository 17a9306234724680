package io.archivero.testkit.rivals;

import io.archivero.BatchRejectedException;
import io.archivero.Document;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.testkit.history.Fact;
import io.archivero.testkit.history.RecordedCall.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one rival works with in one environment, and what it knows of the documents there. */
final class Scene {
    private static final int MOST_ITEMS = 12;

    private final DocumentRepository repository;
    private final Environment environment;
    private final Answers answers;
    private final Witness witness;
    private final RivalItems items;
    private final Map<String, Document> known = new HashMap<>();

    Scene(DocumentRepository repository, Environment environment, Witness witness, RivalItems items) {
        this.repository = repository;
        this.environment = environment;
        this.answers = new Answers(environment);
        this.witness = witness;
        this.items = items;
    }

    DocumentRepository repository() {
        return repository;
    }

    Environment environment() {
        return environment;
    }

    Answers answers() {
        return answers;
    }

    Witness witness() {
        return witness;
    }

    RivalItems items() {
        return items;
    }

    Random random() {
        return items.random();
    }

    /** Returns a document as it was when it was last seen; null if it was never seen. */
    @Nullable Document known(String externalId) {
        return known.get(externalId);
    }

    Document remember(Document document) {
        known.put(document.externalId(), document);
        return document;
    }

    /** Returns items for some of the documents, some of them on condition that a document is as it was when it was last seen. */
    List<DocumentUpsert> fresh() {
        boolean guarded = items.random().nextInt(4) == 0;
        return RivalKeys.some(items.random(), MOST_ITEMS).stream()
                .map(externalId -> guarded && items.random().nextInt(3) == 0
                        ? items.guarded(externalId, known(externalId)).build()
                        : items.item(externalId).build())
                .toList();
    }

    /** Remembers what was found, and returns what that tells. */
    List<Fact> found(String externalId, Optional<Document> found) {
        return List.of(
                found.map(this::remember).map(answers::seen).orElseGet(() -> Fact.absent(answers.key(externalId))));
    }

    /** Makes a call whose writes have nothing more in common than the call. */
    <T> void write(List<Fact> attempts, Supplier<T> call, Function<T, List<Fact>> facts) {
        write(Shape.LOOSE, attempts, call, facts, rejected -> List.of());
    }

    /** Makes a call that writes at once, and that is known as {@code unknown} if nobody knows what became of it. */
    <T> void write(
            Shape unknown,
            List<Fact> attempts,
            Supplier<T> call,
            Function<T, List<Fact>> facts,
            Function<BatchRejectedException, List<Fact>> rejected) {
        witness.write(unknown, attempts, call, facts, rejected);
    }
}
