package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.JsonObject;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** The arbitraries keep their promises, and are strong enough for the laws that draw from them. */
@Domain(ArchiveroDomain.class)
@Domain(DomainContext.Global.class)
class ArbitrariesProperties {
    @Property
    @Label("good items are good, by the model's own reading of the rules")
    void goodItems(@ForAll DocumentUpsert item) {
        assertTrue(ModelRules.isGood(item));
    }

    @Property
    @Label("invalid items break the rule that they are said to break, by the library's and by the model's reading")
    void invalidItems(@ForAll InvalidItem invalid) {
        assertFalse(ModelRules.isGood(invalid.item()));
        var result = InMemoryDocumentRepository.create()
                .batchUpsertByExternalId(Environment.TEST, List.of(invalid.item()), false)
                .items()
                .get(0);
        assertEquals(ItemOutcome.INVALID, result.outcome());
        assertTrue(invalid.isNamedBy(result));
    }

    @Property
    @Label("JSON samples mean what they say, however they are written")
    void jsonSamples(@ForAll JsonSample sample) {
        assertTrue(sample.means(JsonObject.parse(sample.text())));
        for (var form : JsonText.values()) {
            assertEquals(JsonObject.parse(sample.text()), JsonObject.parse(form.write(sample.value())));
        }
    }

    @Property
    @Label("JSON objects come back from their own text")
    void jsonObjects(@ForAll JsonObject object) {
        assertEquals(object, JsonObject.parse(object.json()));
        assertEquals(object, JsonObject.of(object.asMap()));
    }

    @Property
    @Label("texts have the length that was asked for, the longest ones among them")
    void texts(@ForAll("texts") String text) {
        int length = text.codePointCount(0, text.length());
        assertTrue(length >= 1 && length <= 20);
        Statistics.label("longest").collect(length == 20);
        Statistics.label("longest").coverage(coverage -> coverage.check(true).count(count -> count > 0));
    }

    @Property
    @Label("batches that meet again and again end in every outcome that a store without rules of its own can give")
    void everyOutcome(@ForAll("histories") List<List<DocumentUpsert>> batches, @ForAll boolean atomic) {
        var model = new DocumentModel();
        for (var batch : batches) {
            model.batch(Environment.TEST, batch, atomic, Instant.EPOCH)
                    .forEach(prediction -> Statistics.collect(prediction.outcome()));
        }
        Statistics.coverage(coverage -> {
            for (var outcome : List.of(
                    ItemOutcome.CREATED,
                    ItemOutcome.UPDATED,
                    ItemOutcome.INVALID,
                    ItemOutcome.DUPLICATE,
                    ItemOutcome.CONFLICT,
                    ItemOutcome.NOT_APPLIED)) {
                coverage.check(outcome).percentage(percentage -> percentage > 1);
            }
            coverage.check(ItemOutcome.UNCHANGED).count(count -> count > 0);
        });
    }

    @Provide
    Arbitrary<String> texts() {
        return DocumentArbitraries.texts(20);
    }

    @Provide
    Arbitrary<List<List<DocumentUpsert>>> histories() {
        return DocumentArbitraries.mixedBatches(6).list().ofMinSize(2).ofMaxSize(8);
    }
}
