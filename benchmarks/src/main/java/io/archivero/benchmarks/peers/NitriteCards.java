package io.archivero.benchmarks.peers;

import static org.dizitart.no2.filters.FluentFilter.where;

import io.archivero.DocumentCategory;
import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.Scope;
import io.archivero.benchmarks.Answer;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Shelf;
import io.archivero.spi.StoredJson;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dizitart.no2.Nitrite;
import org.dizitart.no2.collection.Document;
import org.dizitart.no2.collection.NitriteCollection;
import org.dizitart.no2.index.IndexOptions;
import org.dizitart.no2.index.IndexType;
import org.dizitart.no2.mvstore.MVStoreModule;
import org.jspecify.annotations.Nullable;

/**
 * Nitrite, an embedded document store: finds each card by a unique index, then inserts or updates it. Values are kept as
 * numbers and strings, which is what its documentation shows.
 */
final class NitriteCards implements Contender, Shelf {
    private final Nitrite nitrite;
    private final NitriteCollection cards;
    private final boolean commits;
    private final Runnable onClose;

    private NitriteCards(Nitrite nitrite, boolean commits, Runnable onClose) {
        this.nitrite = nitrite;
        this.commits = commits;
        this.onClose = onClose;
        this.cards = nitrite.getCollection("cards");
        cards.createIndex(IndexOptions.indexOptions(IndexType.UNIQUE), "environment", "externalId");
        cards.createIndex(IndexOptions.indexOptions(IndexType.NON_UNIQUE), "documentId");
        cards.createIndex(IndexOptions.indexOptions(IndexType.NON_UNIQUE), "environment", "clientId");
    }

    static NitriteCards inMemory() {
        return new NitriteCards(Nitrite.builder().openOrCreate(), false, () -> {});
    }

    /** In a file that is handed to the operating system after each batch, or some time later. */
    static NitriteCards inFile(Path file, boolean commits, Runnable onClose) {
        var store = MVStoreModule.withConfig().filePath(file.toFile()).build();
        return new NitriteCards(Nitrite.builder().loadModule(store).openOrCreate(), commits, onClose);
    }

    @Override
    public String name() {
        return "nitrite";
    }

    @Override
    public String cannotTell() {
        return "no transaction: a batch that fails is half there";
    }

    @Override
    public Shelf shelf() {
        return this;
    }

    @Override
    public Answers upsert(List<DocumentUpsert> items) {
        var rows = CardRow.sorted(items);
        var answers = new HashMap<String, Answer>(2 * rows.size());
        for (var row : rows) {
            answers.put(row.externalId(), upsert(row));
        }
        if (commits) {
            nitrite.commit();
        }
        return StoredCard.inOrder(items, answers);
    }

    private Answer upsert(CardRow row) {
        var stored = find(row.externalId());
        if (stored == null) {
            cards.insert(document(row));
            return new Answer(ItemOutcome.CREATED, row.id(), 1L, row.instant(), row.instant());
        }
        var before = stored(stored);
        if (before.content().sameContent(row.item())) {
            return new Answer(
                    ItemOutcome.UNCHANGED, before.id(), before.version(), before.createdAt(), before.updatedAt());
        }
        putContent(stored, row);
        stored.put("version", before.version() + 1);
        cards.update(stored);
        return new Answer(ItemOutcome.UPDATED, before.id(), before.version() + 1, before.createdAt(), row.instant());
    }

    private @Nullable Document find(String externalId) {
        return cards.find(
                        where("environment").eq("test").and(where("externalId").eq(externalId)))
                .firstOrNull();
    }

    @Override
    public void fill(List<DocumentUpsert> items) {
        cards.insert(CardRow.sorted(items).stream().map(NitriteCards::document).toArray(Document[]::new));
    }

    @Override
    public Map<String, Row> rows(Collection<String> externalIds) {
        var rows = new HashMap<String, Row>();
        for (var externalId : externalIds) {
            var document = find(externalId);
            if (document != null) {
                rows.put(externalId, stored(document));
            }
        }
        return rows;
    }

    @Override
    public void remove(Collection<String> externalIds) {
        for (var externalId : externalIds) {
            var document = find(externalId);
            if (document != null) {
                cards.remove(document);
            }
        }
    }

    @Override
    public void close() {
        nitrite.close();
        onClose.run();
    }

    private static Document document(CardRow row) {
        var document = Document.createDocument("environment", row.environment())
                .put("externalId", row.externalId())
                .put("documentId", row.id().toString())
                .put("createdAt", micros(row.instant()))
                .put("version", 1L);
        putContent(document, row);
        return document;
    }

    private static void putContent(Document document, CardRow row) {
        var expiresAt = row.expiresAt();
        document.put("clientId", row.clientId().toString())
                .put("scope", row.scope())
                .put("type", row.type())
                .put("category", row.category())
                .put("contentType", row.contentType())
                .put("filename", row.filename())
                .put("size", row.size())
                .put("storagePath", row.storagePath())
                .put("expiresAt", expiresAt == null ? null : expiresAt.toString())
                .put("fields", row.fields())
                .put("metadata", row.metadata())
                .put("status", row.status())
                .put("updatedAt", micros(row.instant()));
    }

    private static Row stored(Document document) {
        var content = DocumentUpsert.builder(document.get("externalId", String.class))
                .clientId(UUID.fromString(document.get("clientId", String.class)))
                .scope(Scope.valueOf(document.get("scope", String.class)))
                .type(document.get("type", String.class))
                .category(DocumentCategory.valueOf(
                        document.get("category", String.class).toUpperCase(Locale.ROOT)))
                .contentType(document.get("contentType", String.class))
                .filename(document.get("filename", String.class))
                .size(document.get("size", Long.class))
                .storagePath(document.get("storagePath", String.class))
                .expiresAt(LocalDate.parse(document.get("expiresAt", String.class)))
                .fields(StoredJson.of(document.get("fields", String.class)))
                .metadata(StoredJson.of(document.get("metadata", String.class)))
                .build();
        return new Row(
                content,
                UUID.fromString(document.get("documentId", String.class)),
                document.get("version", Long.class),
                instant(document.get("createdAt", Long.class)),
                instant(document.get("updatedAt", Long.class)));
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }
}
