package io.archivero.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.ArchiveroException;
import io.archivero.DocumentUpsert;
import io.archivero.InvalidBatchException;
import io.archivero.InvalidJsonException;
import io.archivero.JsonArbitraries;
import io.archivero.JsonObject;
import io.archivero.Mutations;
import io.archivero.internal.Judge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in as JSON, out comes a value, a verdict or a documented exception, and no value in any message. */
class HostileInputProperties {
    private static final String SECRET = "GEHEIM";
    /** Every value is the secret, or as near as its type allows. */
    private static final String SECRET_ITEM = """
            {"externalId":"GEHEIM-1","clientId":"GEHEIM-2","scope":"GEHEIM-3","type":"GEHEIM-4","category":"GEHEIM-5",\
            "contentType":"GEHEIM-6","expiresAt":"GEHEIM-7","filename":"GEHEIM-8/","size":"GEHEIM-9","storagePath":"GEHEIM-10",\
            "metadata":{"k":["GEHEIM-11",{"l":"GEHEIM-12"}]},"fields":{"curp":"GEHEIM-13","dateOfBirth":"GEHEIM-14",\
            "issueYear":"GEHEIM-15","postalCode":"GEHEIM-16","section":["GEHEIM-17"]}}""";

    private static final String ALMOST_GOOD_ITEM = SECRET_ITEM
            .replace("\"GEHEIM-2\"", "\"0b8c8b51-5c0e-4b6c-9f41-2f1d35a3f6a7\"")
            .replace("\"GEHEIM-3\"", "\"MX\"")
            .replace("\"GEHEIM-4\"", "\"ine\"");

    @Provide
    Arbitrary<String> objects() {
        var written = Combinators.combine(JsonArbitraries.objects(), Arbitraries.longs())
                .as((object, seed) -> JsonArbitraries.write(object, new Random(seed)));
        return Mutations.of(written, Mutations.JSON_SPIKES);
    }

    @Provide
    Arbitrary<String> requests() {
        var written = Combinators.combine(
                        WireArbitraries.items().list().ofMinSize(1).ofMaxSize(2),
                        Arbitraries.of(true, false),
                        Arbitraries.longs())
                .as((items, atomic, seed) -> WireArbitraries.request(items, atomic, new Random(seed)));
        var secret = Arbitraries.of(SECRET_ITEM, ALMOST_GOOD_ITEM)
                .map(item -> "{\"items\":[" + item + "],\"atomic\":\"GEHEIM\"}");
        var almost =
                Arbitraries.of(SECRET_ITEM, ALMOST_GOOD_ITEM).map(item -> "{\"items\":[" + item + "," + item + "]}");
        return Mutations.of(Arbitraries.oneOf(written, secret, almost), Mutations.JSON_SPIKES);
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        return Combinators.combine(
                        requests(),
                        Arbitraries.bytes().list().ofMaxSize(3),
                        Arbitraries.doubles().between(0, 1))
                .as((request, hits, where) -> {
                    var bytes = request.getBytes(StandardCharsets.UTF_8);
                    int at = (int) (where * bytes.length);
                    for (int i = 0; i < hits.size() && at + i < bytes.length; i++) {
                        bytes[at + i] = hits.get(i);
                    }
                    return bytes;
                });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("a text is read as a JSON object that comes back equal, or refused with a place inside it")
    void json(@ForAll("objects") String text) {
        try {
            var object = JsonObject.parse(text);
            assertEquals(object, JsonObject.parse(object.json()));
        } catch (InvalidJsonException refusal) {
            assertTrue(refusal.position() >= 0 && refusal.position() <= text.length());
            assertTells(refusal);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("bytes are read as items, each of which is judged, or refused")
    void batches(@ForAll("bytes") byte[] bytes, @ForAll boolean extensions) throws IOException {
        try {
            var codec = extensions ? WireCodec.withExtensions() : WireCodec.standard();
            codec.readBatch(new ByteArrayInputStream(bytes)).items().forEach(HostileInputProperties::judge);
        } catch (InvalidJsonException | InvalidBatchException wrongCall) {
            assertTells(wrongCall);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("a text is read as one item, which is judged, or refused")
    void items(@ForAll("requests") String text, @ForAll boolean cut) {
        var item = cut ? text.substring(Math.min(text.length(), "{\"items\":[".length())) : text;
        try {
            judge(WireCodec.withExtensions().readItem(SECRET, item));
        } catch (InvalidJsonException wrongCall) {
            assertTells(wrongCall);
        }
    }

    private static void judge(DocumentUpsert item) {
        assertFalse(item.toString().contains(SECRET));
        for (var violation : Judge.of(item)) {
            assertFalse(violation.message().contains(SECRET), violation::message);
            assertTrue(violation.message().length() < 200, violation::message);
            assertTrue(violation.path().length() < 600);
        }
    }

    /** A message may point to a key, in quotes, and says nothing else of the text. */
    private static void assertTells(ArchiveroException refusal) {
        var message = String.valueOf(refusal.getMessage());
        assertTrue(message.length() < 700, message);
        assertFalse(message.replaceFirst("\"/.*\"", "").contains(SECRET), message);
        assertNull(refusal.getCause());
        assertEquals(List.of(), List.of(refusal.getSuppressed()));
    }
}
