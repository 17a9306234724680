package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Document;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.JsonObject;
import io.archivero.Scope;
import io.archivero.ValidationLevel;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds for every document, whatever is done to it. */
abstract class DocumentLaws extends LawTopic {
    private @Nullable DocumentRepository strict;

    DocumentLaws(StoreFixture fixture) {
        super(fixture);
    }

    @Property
    @Label("round trip: a good item is stored, and every attribute comes back as it was given")
    void roundTrip(@ForAll("items") DocumentUpsert item) {
        start();
        assertEquals(
                ItemOutcome.CREATED, repository.upsertByExternalId(TEST, item).outcome());
        var externalId = String.valueOf(item.externalId());
        var stored = repository.findByExternalId(TEST, externalId).orElseThrow();
        assertEquals(item, stored.content());
        assertEquals(stored, repository.findById(TEST, stored.id()).orElseThrow());
        assertEquals(
                ItemOutcome.UNCHANGED, repository.upsertByExternalId(TEST, item).outcome());
    }

    @Property
    @Label("JSON round trip: what was written comes back equal, down to the last digit of a number")
    void jsonRoundTrip(@ForAll("samples") JsonSample fields, @ForAll("samples") JsonSample metadata) {
        start();
        var item = DocumentUpsert.builder("a")
                .clientId(new UUID(1, 2))
                .scope(Scope.US)
                .type("x")
                .fields(JsonObject.parse(fields.text()))
                .metadata(JsonObject.parse(metadata.text()))
                .build();
        repository.upsertByExternalId(TEST, item);
        var stored = repository.findByExternalId(TEST, "a").orElseThrow();
        assertTrue(fields.means(stored.fields()), () -> fields.text());
        assertTrue(metadata.means(stored.metadata()), () -> metadata.text());
        assertEquals(item.fields(), JsonObject.parse(stored.fields().json()));
    }

    @Property
    @Label("voter cards: good fields are good at the strict level too")
    void voterCards(@ForAll("cards") JsonObject fields) {
        start();
        var card = DocumentUpsert.builder("a")
                .clientId(new UUID(1, 2))
                .scope(Scope.MX)
                .type("ine")
                .fields(fields)
                .build();
        assertEquals(
                ItemOutcome.CREATED, strict().upsertByExternalId(TEST, card).outcome());
    }

    @Property
    @Label("version counts changes: 1 on creation, one more for every UPDATED, nothing for anything else")
    void versionCountsChanges(@ForAll("history") List<List<DocumentUpsert>> history, @ForAll boolean atomic) {
        start();
        var changes = new HashMap<String, Long>();
        for (var items : history) {
            for (var result : run(TEST, items, atomic).items()) {
                var externalId = String.valueOf(result.externalId());
                if (result.outcome() == ItemOutcome.CREATED || result.outcome() == ItemOutcome.UPDATED) {
                    changes.merge(externalId, 1L, Long::sum);
                }
                result.document().ifPresent(document -> assertEquals(changes.get(externalId), document.version()));
            }
        }
        var versions = new HashMap<String, Long>();
        stored(TEST).forEach((externalId, document) -> versions.put(externalId, document.version()));
        assertEquals(changes, versions);
    }

    @Property
    @Label("id and createdAt never change, and updatedAt never goes back, whatever the clock does")
    void whatNeverChanges(
            @ForAll("history") List<List<DocumentUpsert>> history,
            @ForAll("step") Duration step,
            @ForAll boolean atomic) {
        start();
        var before = stored(TEST);
        for (var items : history) {
            clock.advance(step);
            run(TEST, items, atomic);
            var after = stored(TEST);
            before.forEach((externalId, document) -> assertGrewFrom(document, still(externalId, after)));
            before = after;
        }
    }

    @Property
    @Label("no file is lost: only an item that carries a file replaces one")
    void noFileIsLost(@ForAll("history") List<List<DocumentUpsert>> history, @ForAll boolean atomic) {
        start();
        Map<String, Document> before = Map.of();
        for (var items : history) {
            var results = run(TEST, items, atomic).items();
            var after = stored(TEST);
            before.forEach((externalId, document) -> {
                boolean replaced = results.stream()
                        .filter(result -> externalId.equals(result.externalId()))
                        .filter(result -> result.outcome() == ItemOutcome.UPDATED)
                        .anyMatch(result -> items.get(result.index()).carriesFile());
                assertTrue(replaced
                        || sameFile(document.content(), still(externalId, after).content()));
            });
            before = after;
        }
    }

    @Property
    @Label("environment isolation: what happens in one environment happens as if there were no other")
    void environmentIsolation(
            @ForAll("history") List<List<DocumentUpsert>> history,
            @ForAll("mixed") List<DocumentUpsert> other,
            @ForAll boolean atomic) {
        start();
        run(LIVE, other, false);
        var live = stored(LIVE);
        var model = new DocumentModel();
        for (var items : history) {
            var predicted = model.batch(TEST, items, atomic, clock.instant());
            var results = run(TEST, items, atomic).items();
            for (int i = 0; i < items.size(); i++) {
                assertEquals(predicted.get(i).outcome(), results.get(i).outcome());
            }
        }
        assertEquals(live, stored(LIVE));
        stored(TEST)
                .values()
                .forEach(document ->
                        assertFalse(repository.findById(LIVE, document.id()).isPresent()));
    }

    @Provide
    Arbitrary<DocumentUpsert> items() {
        return DocumentArbitraries.items();
    }

    @Provide
    Arbitrary<JsonSample> samples() {
        return DocumentArbitraries.jsonSamples();
    }

    @Provide
    Arbitrary<JsonObject> cards() {
        return DocumentArbitraries.voterCardFields();
    }

    private DocumentRepository strict() {
        if (strict == null) {
            strict = open(options -> options.clock(clock).validationLevel(ValidationLevel.STRICT));
        }
        return strict;
    }

    private static boolean sameFile(DocumentUpsert one, DocumentUpsert other) {
        return Objects.equals(one.filename(), other.filename())
                && Objects.equals(one.contentType(), other.contentType())
                && Objects.equals(one.size(), other.size())
                && Objects.equals(one.storagePath(), other.storagePath());
    }

    private static Document still(String externalId, Map<String, Document> documents) {
        return Objects.requireNonNull(documents.get(externalId), "a document is gone");
    }

    private static void assertGrewFrom(Document before, Document after) {
        assertEquals(before.id(), after.id());
        assertEquals(before.createdAt(), after.createdAt());
        assertFalse(after.updatedAt().isBefore(before.updatedAt()));
        assertTrue(after.version() >= before.version());
        assertEquals(before.version() == after.version(), before.equals(after));
    }
}
