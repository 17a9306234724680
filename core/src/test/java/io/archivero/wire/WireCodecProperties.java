package io.archivero.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentUpsert;
import io.archivero.InvalidBatchException;
import io.archivero.InvalidJsonException;
import io.archivero.ItemResult;
import io.archivero.JsonGrammar;
import io.archivero.JsonObject;
import io.archivero.internal.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds for every request, however hostile, and every response. */
class WireCodecProperties {
    private static final WireCodec CODEC = WireCodec.withExtensions();

    @Provide
    Arbitrary<String> nearlyRequests() {
        return WireArbitraries.nearlyRequests();
    }

    @Provide
    Arbitrary<byte[]> nearlyRequestBytes() {
        return WireArbitraries.nearlyRequestBytes();
    }

    @Provide
    Arbitrary<DocumentUpsert> items() {
        return WireArbitraries.items();
    }

    @Provide
    Arbitrary<String> strangeItems() {
        return WireArbitraries.strangeItems();
    }

    @Provide
    Arbitrary<BatchUpsertResult> results() {
        return WireArbitraries.results();
    }

    /** The outcome of reading: the request, or the wrong call by its message. Anything else that is thrown is a failure. */
    private static Object read(Reading reading) {
        try {
            var request = reading.read();
            int size = request.items().size();
            assertTrue(size >= 1 && size <= 250);
            return request;
        } catch (InvalidJsonException | InvalidBatchException wrongCall) {
            return wrongCall.getMessage();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Property
    void anyBytesAreARequestOrAWrongCall(@ForAll @Size(max = 100) byte[] bytes) {
        read(() -> CODEC.readBatch(new ByteArrayInputStream(bytes)));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aDamagedRequestIsARequestOrAWrongCall(@ForAll("nearlyRequestBytes") byte[] bytes) {
        read(() -> CODEC.readBatch(new ByteArrayInputStream(bytes)));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void textsReadersAndStreamsSayTheSame(@ForAll("nearlyRequests") String text) {
        var expected = read(() -> CODEC.readBatch(text));

        assertEquals(expected, read(() -> CODEC.readBatch(new StringReader(text))));
        if (Texts.isStorable(text.replace('\0', ' '))) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            assertEquals(expected, read(() -> CODEC.readBatch(new ByteArrayInputStream(bytes))));
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenAsARequestIsReadAsItWas(
            @ForAll @Size(min = 1, max = 4) List<@From("items") DocumentUpsert> items,
            @ForAll boolean atomic,
            @ForAll long seed) {
        var json = WireArbitraries.request(items, atomic, new Random(seed));

        assertEquals(new BatchRequest(items, atomic), CODEC.readBatch(json));
    }

    /** One item's faults never touch its neighbours, and never its external id if that is readable. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aFaultStaysInItsItem(
            @ForAll("items") DocumentUpsert before,
            @ForAll("strangeItems") String strange,
            @ForAll("items") DocumentUpsert after) {
        var json = "{\"items\":[" + WireArbitraries.item(before, new Random(1)) + "," + strange + ","
                + WireArbitraries.item(after, new Random(2)) + "]}";

        var items = CODEC.readBatch(json).items();

        assertEquals(3, items.size());
        assertEquals(before, items.get(0));
        assertEquals(after, items.get(2));
        assertEquals("the-id", items.get(1).externalId());
        assertTrue(items.get(1).violations().size() <= 100);
        for (var violation : items.get(1).violations()) {
            assertTrue(Texts.isStorable(violation.path()));
            assertTrue(violation.path().isEmpty() || violation.path().startsWith("/"));
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aResponseIsJsonThatTellsEveryItemInOrder(
            @ForAll("results") BatchUpsertResult result, @ForAll boolean extensions) throws IOException {
        var codec = extensions ? WireCodec.withExtensions() : WireCodec.standard();
        var out = new ByteArrayOutputStream();
        codec.write(result, out);
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(out.toByteArray()))
                .toString();

        assertEquals(codec.toJson(result), text);
        assertTrue(JsonGrammar.isObject(text));
        var response = JsonObject.parse(text).asMap(); // refuses duplicate keys
        assertEquals(Set.of("atomic", "data"), response.keySet());
        assertEquals(result.atomic(), response.get("atomic"));
        var entries = (List<?>) response.get("data");
        assertEquals(result.items().size(), entries.size());
        for (var item : result.items()) {
            checkEntry(item, (Map<?, ?>) entries.get(item.index()), extensions);
        }
    }

    private static void checkEntry(ItemResult item, Map<?, ?> entry, boolean extensions) {
        var content = item.outcome().isSuccess() ? "data" : "error";
        assertEquals(extensions ? Set.of(content, "outcome") : Set.of(content), entry.keySet());
        assertEquals(extensions ? item.outcome().wireName() : null, entry.get("outcome"));
        if (item.outcome().isSuccess()) {
            checkData(item.document().orElseThrow(), (Map<?, ?>) entry.get("data"), extensions);
        } else {
            var error = (Map<?, ?>) entry.get("error");
            assertEquals(Set.of("code", "message", "violations"), error.keySet());
            assertEquals(item.outcome().wireName(), error.get("code"));
            assertEquals(item.violations().size(), ((List<?>) error.get("violations")).size());
        }
    }

    private static void checkData(Document document, Map<?, ?> data, boolean extensions) {
        assertEquals(extensions ? 22 : 18, data.size());
        assertEquals(document.id().toString(), data.get("id"));
        assertEquals(Texts.wellFormed(document.externalId()), data.get("externalId"));
        assertEquals(document.createdAt(), Instant.parse((String) data.get("createdAt")));
        assertEquals(document.expiresAt() == null, data.get("expiresAt") == null);
        assertEquals(document.size() == null ? null : BigDecimal.valueOf(document.size()), data.get("size"));
        assertEquals(
                JsonObject.parse(Texts.wellFormed(document.fields().json())).asMap(), data.get("fields"));
    }

    private interface Reading {
        BatchRequest read() throws IOException;
    }
}
