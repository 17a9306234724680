package io.archivero.examples;

import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.JsonObject;
import io.archivero.Scope;
import io.archivero.jdbc.h2.H2DocumentRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The README's first example. */
public final class FirstExample {
    private FirstExample() {}

    public static void main(String[] args) {
        // tag::first[]
        try (var documents = H2DocumentRepository.open(Path.of("data/documents"))) {
            var card = DocumentUpsert.builder("ine-000123")
                    .clientId(UUID.fromString("0b8c8b51-5c0e-4b6c-9f41-2f1d35a3f6a7"))
                    .scope(Scope.MX)
                    .type("ine")
                    .fields(JsonObject.of(Map.of("curp", "HEGG560427MVZRRL04", "state", "Veracruz")))
                    .build();
            var result = documents.batchUpsertByExternalId(Environment.LIVE, List.of(card));
            System.out.println(result.counts()); // one CREATED; when run again, one UNCHANGED
        }
        // end::first[]
    }
}
