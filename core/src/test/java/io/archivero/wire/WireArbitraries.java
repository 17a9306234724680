package io.archivero.wire;

import static java.util.stream.Collectors.joining;

import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentCategory;
import io.archivero.DocumentStatus;
import io.archivero.DocumentUpsert;
import io.archivero.InvalidJsonException;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import io.archivero.JsonArbitraries;
import io.archivero.JsonObject;
import io.archivero.Review;
import io.archivero.Revision;
import io.archivero.Scope;
import io.archivero.Violation;
import io.archivero.internal.Texts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Requests of every kind, their damaged forms, and responses. */
final class WireArbitraries {
    private static final List<String> KEYS = List.of(
            "clientId",
            "scope",
            "type",
            "category",
            "contentType",
            "expiresAt",
            "metadata",
            "fields",
            "filename",
            "size",
            "storagePath",
            "expectedVersion",
            "sourceVersion",
            "unknown",
            "");

    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private WireArbitraries() {}

    /** Returns items with any attributes, hostile texts included, and without faults of reading. */
    static Arbitrary<DocumentUpsert> items() {
        var texts = JsonArbitraries.texts().injectNull(0.3).list().ofSize(5);
        var numbers = Arbitraries.longs().injectNull(0.3).list().ofSize(3);
        var uuids =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        var dates = Arbitraries.longs().between(FIRST_DAY, LAST_DAY).map(LocalDate::ofEpochDay);
        var objects = JsonArbitraries.objects().map(JsonObject::of);
        return Combinators.combine(
                        texts,
                        numbers,
                        uuids.injectNull(0.3),
                        dates.injectNull(0.3),
                        Arbitraries.of(Scope.class).injectNull(0.3),
                        Arbitraries.of(DocumentCategory.class).injectNull(0.3),
                        objects,
                        objects)
                .as((text, number, clientId, expiresAt, scope, category, fields, metadata) -> DocumentUpsert.builder(
                                text.get(0))
                        .type(text.get(1))
                        .contentType(text.get(2))
                        .filename(text.get(3))
                        .storagePath(text.get(4))
                        .size(number.get(0))
                        .expectedVersion(number.get(1))
                        .sourceVersion(number.get(2))
                        .clientId(clientId)
                        .expiresAt(expiresAt)
                        .scope(scope)
                        .category(category)
                        .fields(fields)
                        .metadata(metadata)
                        .build());
    }

    /** Writes an item in one of many ways; absent attributes as null, or not at all. */
    static String item(DocumentUpsert item, Random random) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("externalId", item.externalId());
        values.put("type", item.type());
        values.put("contentType", item.contentType());
        values.put("filename", item.filename());
        values.put("storagePath", item.storagePath());
        values.put("size", decimal(item.size()));
        values.put("expectedVersion", decimal(item.expectedVersion()));
        values.put("sourceVersion", decimal(item.sourceVersion()));
        values.put("clientId", text(item.clientId()));
        values.put("expiresAt", text(item.expiresAt()));
        values.put("scope", text(item.scope()));
        values.put("category", item.category() == null ? null : item.category().wireName());
        values.put("fields", item.fields().asMap());
        values.put("metadata", item.metadata().asMap());
        values.values().removeIf(value -> value == null && random.nextBoolean());
        return JsonArbitraries.write(values, random);
    }

    /** Writes a batch in one of many ways. */
    static String request(List<DocumentUpsert> items, boolean atomic, Random random) {
        var list =
                "\"items\":[" + items.stream().map(item -> item(item, random)).collect(joining(",")) + "]";
        var flag = "\"atomic\":" + atomic;
        if (atomic && random.nextBoolean()) {
            return "{" + list + "}";
        }
        return random.nextBoolean() ? "{" + list + "," + flag + "}" : "{" + flag + "," + list + "}";
    }

    /** Returns requests with a few places changed. */
    static Arbitrary<String> nearlyRequests() {
        var requests = Combinators.combine(
                        items().list().ofMinSize(1).ofMaxSize(2), Arbitraries.of(true, false), Arbitraries.longs())
                .as((items, atomic, seed) -> request(items, atomic, new Random(seed)));
        var pieces = Arbitraries.of(
                "",
                "{",
                "}",
                "[",
                "]",
                "\"",
                ",",
                ":",
                "null",
                "0",
                "-",
                "e9",
                "\\",
                "\\ud83d",
                "\uD83D",
                "\0",
                "\uFEFF",
                "\"a\":",
                "\"items\":[",
                "\"atomic\":");
        var changes = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 9),
                        pieces)
                .as(Change::new);
        return Combinators.combine(requests, changes.list().ofMaxSize(3)).as((request, all) -> {
            var text = request;
            for (var change : all) {
                text = change.apply(text);
            }
            return text;
        });
    }

    /** Returns the same in bytes, with a few of them changed. */
    static Arbitrary<byte[]> nearlyRequestBytes() {
        var changes = Combinators.combine(Arbitraries.doubles().between(0, 1), Arbitraries.bytes())
                .as(Map::entry);
        return Combinators.combine(nearlyRequests(), changes.list().ofMaxSize(2))
                .as((request, all) -> {
                    var bytes = request.getBytes(StandardCharsets.UTF_8);
                    for (var change : all) {
                        bytes[(int) (change.getKey() * (bytes.length - 1))] = change.getValue();
                    }
                    return bytes;
                });
    }

    /** Returns objects with keys of an item and others, some twice, over values of any type, and the external id among them. */
    static Arbitrary<String> strangeItems() {
        var entries = Combinators.combine(Arbitraries.of(KEYS), JsonArbitraries.values(), Arbitraries.longs())
                .as((key, value, seed) -> "\"" + key + "\":" + JsonArbitraries.write(value, new Random(seed)));
        return Combinators.combine(entries.list().ofMaxSize(6), Arbitraries.longs())
                .as((list, seed) -> {
                    var all = new ArrayList<>(list);
                    all.add("\"externalId\":\"the-id\"");
                    Collections.shuffle(all, new Random(seed));
                    return "{" + String.join(",", all) + "}";
                });
    }

    /** Returns results with every outcome, and texts that no repository would let in. */
    static Arbitrary<BatchUpsertResult> results() {
        var entries = Combinators.combine(
                Arbitraries.of(ItemOutcome.class),
                items(),
                JsonArbitraries.texts().list().ofSize(3),
                Arbitraries.longs().between(0, 1_000_000_000_000_000L));
        return Combinators.combine(entries.as(Entry::new).list().ofMaxSize(4), Arbitraries.of(true, false))
                .as((list, atomic) -> new BatchUpsertResult(
                        atomic,
                        IntStream.range(0, list.size())
                                .mapToObj(i -> list.get(i).result(i))
                                .toList()));
    }

    private static @Nullable BigDecimal decimal(@Nullable Long value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private record Change(double where, int length, String with) {
        String apply(String text) {
            int from = (int) (where * text.length());
            return text.substring(0, from) + with + text.substring(Math.min(from + length, text.length()));
        }
    }

    private record Entry(ItemOutcome outcome, DocumentUpsert item, List<String> texts, long micros) {
        ItemResult result(int index) {
            if (!outcome.isSuccess()) {
                var violation = new Violation(texts.get(0), texts.get(1), texts.get(2));
                return new ItemResult(index, item.externalId(), outcome, Optional.empty(), List.of(violation));
            }
            var content = DocumentUpsert.builder(texts.get(0))
                    .clientId(Samples.CLIENT)
                    .scope(Scope.US)
                    .type(texts.get(1))
                    .category(item.category())
                    .contentType(item.contentType())
                    .filename(item.filename())
                    .size(item.size())
                    .storagePath(item.storagePath())
                    .expiresAt(item.expiresAt())
                    .fields(distinct(item.fields()))
                    .metadata(distinct(item.metadata()))
                    .build();
            var now = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            var review = new Review(DocumentStatus.REJECTED, null, null, texts.get(2), now, texts.get(2));
            var document = new Document(new UUID(micros, micros), content, review, Revision.first(now));
            return new ItemResult(index, texts.get(0), outcome, Optional.of(document), List.of());
        }

        /** Two halves of pairs become the same character, and two keys then one: no repository lets such keys in. */
        private static JsonObject distinct(JsonObject object) {
            try {
                JsonObject.parse(Texts.wellFormed(object.json()));
                return object;
            } catch (InvalidJsonException sameKeys) {
                return JsonObject.EMPTY;
            }
        }
    }
}
