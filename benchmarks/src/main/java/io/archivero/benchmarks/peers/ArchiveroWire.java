package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.JsonObject;
import io.archivero.benchmarks.Answer;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Shelf;
import io.archivero.wire.WireCodec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Archivero from the text of a request to the text of its response: what an endpoint costs without its web server. */
public final class ArchiveroWire implements Contender {
    private static final WireCodec CODEC = WireCodec.withExtensions();

    private final Place place;
    private final ArchiveroPeer.StoredRepository opened;

    /** Opens a repository over that place. */
    public ArchiveroWire(Place place) {
        this.place = place;
        this.opened = ArchiveroPeer.StoredRepository.over(place);
    }

    @Override
    public String name() {
        return "archivero-wire";
    }

    @Override
    public boolean isFavourite() {
        return true;
    }

    @Override
    public Shelf shelf() {
        return opened;
    }

    @Override
    public Answers upsert(List<DocumentUpsert> items) {
        return answer(request(items));
    }

    @Override
    public Call prepare(List<DocumentUpsert> items) {
        var request = request(items);
        return () -> answer(request);
    }

    private Answers answer(String request) {
        var batch = CODEC.readBatch(request);
        var result = opened.repository().batchUpsertByExternalId(Environment.TEST, batch.items(), batch.atomic());
        var response = CODEC.toJson(result);
        return () -> answers(response);
    }

    @Override
    public void close() {
        place.close();
    }

    /** Returns the text that a client of the endpoint would send. */
    public static String request(List<DocumentUpsert> items) {
        var entries = items.stream().map(ArchiveroWire::attributes).toList();
        return JsonObject.of(Map.<String, Object>of("items", entries, "atomic", true))
                .json();
    }

    private static Map<String, Object> attributes(DocumentUpsert item) {
        var attributes = new LinkedHashMap<String, Object>();
        put(attributes, "externalId", item.externalId());
        put(attributes, "clientId", item.clientId());
        put(attributes, "scope", item.scope());
        put(attributes, "type", item.type());
        put(
                attributes,
                "category",
                item.category() == null ? null : item.category().wireName());
        put(attributes, "contentType", item.contentType());
        put(attributes, "filename", item.filename());
        put(attributes, "storagePath", item.storagePath());
        put(attributes, "expiresAt", item.expiresAt());
        attributes.put("size", item.size());
        attributes.put("fields", item.fields());
        attributes.put("metadata", item.metadata());
        return attributes;
    }

    private static void put(Map<String, Object> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value.toString());
        }
    }

    private static List<Answer> answers(String response) {
        var entries = (List<?>)
                Objects.requireNonNull(JsonObject.parse(response).asMap().get("data"), "data");
        return entries.stream().map(entry -> answer((Map<?, ?>) entry)).toList();
    }

    private static Answer answer(Map<?, ?> entry) {
        var data = (Map<?, ?>) Objects.requireNonNull(entry.get("data"), "data");
        return new Answer(
                ItemOutcome.valueOf(text(entry, "outcome").toUpperCase(Locale.ROOT)),
                UUID.fromString(text(data, "id")),
                Long.valueOf(text(data, "version")),
                Instant.parse(text(data, "createdAt")),
                Instant.parse(text(data, "updatedAt")));
    }

    private static String text(Map<?, ?> object, String key) {
        return Objects.requireNonNull(object.get(key), key).toString();
    }
}
