package io.archivero.jdbc.h2;

import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import io.archivero.Scope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Plain items for tests of what is peculiar to H2. */
final class Items {
    private static final UUID CLIENT = UUID.fromString("6f1c1d5e-8a5b-4a53-9f0c-3c6b1f7a1e11");

    private Items() {}

    static DocumentUpsert item(String externalId, long value) {
        return DocumentUpsert.builder(externalId)
                .clientId(CLIENT)
                .scope(Scope.MX)
                .type("passport")
                .fields(JsonObject.of(Map.of("value", value)))
                .build();
    }

    static List<DocumentUpsert> batch(String prefix, int count, long value) {
        return IntStream.range(0, count).mapToObj(i -> item(prefix + i, value)).toList();
    }
}
