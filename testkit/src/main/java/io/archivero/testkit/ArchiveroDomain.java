package io.archivero.testkit;

import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * What {@link DocumentArbitraries} makes, for parameters by type: annotate a property or its class with
 * {@code @Domain(ArchiveroDomain.class)}, and {@code @Domain(DomainContext.Global.class)} if it has parameters of other types too.
 */
public class ArchiveroDomain extends DomainContextBase {
    /** Called by jqwik. */
    public ArchiveroDomain() {}

    @Provide
    Arbitrary<DocumentUpsert> items() {
        return DocumentArbitraries.items();
    }

    @Provide
    Arbitrary<InvalidItem> invalidItems() {
        return DocumentArbitraries.invalidItems();
    }

    @Provide
    Arbitrary<JsonObject> jsonObjects() {
        return DocumentArbitraries.jsonObjects();
    }

    @Provide
    Arbitrary<JsonSample> jsonSamples() {
        return DocumentArbitraries.jsonSamples();
    }
}
