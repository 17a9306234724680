package sample;

import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.RepositoryListener;
import io.archivero.Scope;
import io.archivero.jdbc.h2.H2DocumentRepository;
import io.archivero.jdbc.postgres.PostgresDocumentRepository;
import io.archivero.micrometer.MicrometerListener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** Stores the same document on both databases, and prints how many items were created in how many timed calls. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var postgres = new PGSimpleDataSource();
        postgres.setUrl(args[1]);
        var registry = new SimpleMeterRegistry();
        RepositoryListener listener = new MicrometerListener(registry);
        try (var embedded = H2DocumentRepository.builder(Path.of(args[0]))
                        .listener(listener)
                        .build();
                var server = PostgresDocumentRepository.builder(postgres)
                        .schema("archivero_sample")
                        .listener(listener)
                        .build()) {
            store(embedded);
            store(server);
        }
        var created = registry.get("archivero.items").tag("outcome", "created").counter();
        var calls = registry.get("archivero.calls").tag("result", "success").timer();
        System.out.println((long) created.count() + " created in " + calls.count() + " calls, from module "
                + Main.class.getModule().getName());
    }

    private static void store(DocumentRepository documents) {
        var card = DocumentUpsert.builder("sample")
                .clientId(UUID.randomUUID())
                .scope(Scope.MX)
                .type("ine")
                .build();
        documents.batchUpsertByExternalId(Environment.LIVE, List.of(card));
    }
}
