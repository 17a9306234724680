package io.archivero.testkit.rivals;

import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemResult;
import io.archivero.testkit.history.Fact;
import io.archivero.testkit.history.SeenState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the answers of one environment tell about its documents. */
final class Answers {
    private final Environment environment;

    Answers(Environment environment) {
        this.environment = environment;
    }

    String key(String externalId) {
        return RivalKeys.key(environment, externalId);
    }

    Fact seen(Document document) {
        return Fact.seen(key(document.externalId()), SeenState.of(document));
    }

    List<Fact> seen(Collection<Document> documents) {
        return documents.stream().map(this::seen).toList();
    }

    /** A lookup of many tells of those that are not there, too. */
    List<Fact> found(List<String> asked, Map<String, Document> found) {
        return asked.stream()
                .map(externalId -> {
                    var document = found.get(externalId);
                    return document == null ? Fact.absent(key(externalId)) : seen(document);
                })
                .toList();
    }

    /** What a step on one document made of it. */
    List<Fact> changed(Document document, @Nullable Long expectedVersion) {
        return List.of(Fact.updated(key(document.externalId()), SeenState.of(document), expectedVersion));
    }

    /** What became of items. */
    List<Fact> upserted(List<DocumentUpsert> items, List<ItemResult> results) {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < results.size(); i++) {
            upserted(items.get(i), results.get(i), facts);
        }
        return facts;
    }

    private void upserted(DocumentUpsert item, ItemResult result, List<Fact> facts) {
        var key = key(Objects.requireNonNull(item.externalId()));
        var state = result.document().map(SeenState::of).orElse(null);
        switch (result.outcome()) {
            case CREATED -> facts.add(Fact.created(key, Objects.requireNonNull(state), item.expectedVersion()));
            case UPDATED -> facts.add(Fact.updated(key, Objects.requireNonNull(state), item.expectedVersion()));
            case UNCHANGED -> facts.add(Fact.seen(key, Objects.requireNonNull(state)));
            case STALE ->
                facts.add(Fact.stale(key, Objects.requireNonNull(state), Objects.requireNonNull(item.sourceVersion())));
            case CONFLICT -> facts.add(Fact.conflicted(key, state, Objects.requireNonNull(item.expectedVersion())));
            case INVALID, DUPLICATE, REFUSED, NOT_APPLIED -> {
                // It tells nothing of what is stored.
            }
        }
    }

    /** What a preview has seen. */
    List<Fact> previewed(List<DocumentUpsert> items, BatchUpsertResult result) {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < items.size(); i++) {
            var answer = result.items().get(i);
            var key = key(Objects.requireNonNull(items.get(i).externalId()));
            switch (answer.outcome()) {
                case CREATED -> facts.add(Fact.absent(key));
                case UPDATED, UNCHANGED, STALE, CONFLICT ->
                    answer.document().ifPresent(document -> facts.add(seen(document)));
                case INVALID, DUPLICATE, REFUSED, NOT_APPLIED -> {
                    // It tells nothing of what is stored.
                }
            }
        }
        return facts;
    }

    /** What became of steps on many documents. */
    List<Fact> stepped(BatchUpsertResult result) {
        var facts = new ArrayList<Fact>();
        for (var answer : result.items()) {
            answer.document()
                    .ifPresent(document -> facts.add(
                            switch (answer.outcome()) {
                                case UPDATED -> Fact.updated(key(document.externalId()), SeenState.of(document), null);
                                case CREATED -> throw new AssertionError("a step created a document");
                                case UNCHANGED, STALE, INVALID, DUPLICATE, CONFLICT, REFUSED, NOT_APPLIED ->
                                    seen(document);
                            }));
        }
        return facts;
    }
}
