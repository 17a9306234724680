package io.archivero.jdbc.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Environment;
import io.archivero.IncompatibleStoreException;
import io.archivero.ItemOutcome;
import io.archivero.SchemaMode;
import io.archivero.testkit.EmbeddedPostgres;
import io.archivero.testkit.Version1Documents;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A database that the library wrote when its tables were at version 1. */
class PostgresUpgradeTest {
    private final DataSource database = EmbeddedPostgres.freshDatabase();

    @BeforeEach
    void restore() throws Exception {
        try (var in = PostgresUpgradeTest.class.getResourceAsStream("version1.sql");
                var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private PostgresDocumentRepository open(SchemaMode mode) {
        return PostgresDocumentRepository.builder(database).schemaMode(mode).build();
    }

    @Test
    @DisplayName("is upgraded when it is opened, with every document in it, and a replay finds nothing to change")
    void upgrades() {
        var documents = open(SchemaMode.MIGRATE);
        Version1Documents.assertAllIn(documents);
        var replay = documents.batchUpsertByExternalId(Environment.TEST, Version1Documents.second());
        assertEquals(Version1Documents.second().size(), replay.counts().get(ItemOutcome.UNCHANGED));
        Version1Documents.assertAllIn(open(SchemaMode.VALIDATE));
    }

    @Test
    @DisplayName("is refused by VALIDATE, which names both versions, and left as it is")
    void validateRefuses() {
        var failure = assertThrows(IncompatibleStoreException.class, () -> open(SchemaMode.VALIDATE));
        assertTrue(failure.getMessage().contains("at version 1"), failure.getMessage());
        assertTrue(failure.getMessage().contains("needs version 2"), failure.getMessage());
        Version1Documents.assertAllIn(open(SchemaMode.MIGRATE));
    }

    @Test
    @DisplayName("is upgraded once, when eight open it at the same time")
    void rivals() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var opening = IntStream.range(0, 8)
                    .<Callable<PostgresDocumentRepository>>mapToObj(i -> () -> open(SchemaMode.MIGRATE))
                    .toList();
            for (var opened : threads.invokeAll(opening)) {
                Version1Documents.assertAllIn(opened.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
