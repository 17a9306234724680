package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Environment;
import io.archivero.IncompatibleStoreException;
import io.archivero.ItemOutcome;
import io.archivero.SchemaMode;
import io.archivero.testkit.Version1Documents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that the library wrote when its tables were at version 1. */
class H2UpgradeTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void copy() throws Exception {
        file = directory.resolve("version1");
        try (var in = H2UpgradeTest.class.getResourceAsStream("version1.mv.db")) {
            Files.copy(in, directory.resolve("version1.mv.db"));
        }
    }

    @Test
    @DisplayName("is upgraded when it is opened, with every document in it, and a replay finds nothing to change")
    void upgrades() {
        try (var documents = H2DocumentRepository.open(file)) {
            Version1Documents.assertAllIn(documents);
            var replay = documents.batchUpsertByExternalId(Environment.TEST, Version1Documents.second());
            assertEquals(Version1Documents.second().size(), replay.counts().get(ItemOutcome.UNCHANGED));
            var versioned = Version1Documents.second().get(0).toBuilder().sourceVersion(7L);
            assertEquals(
                    ItemOutcome.UPDATED,
                    documents
                            .upsertByExternalId(Environment.TEST, versioned.build())
                            .outcome());
        }
        try (var documents = H2DocumentRepository.builder(file)
                .schemaMode(SchemaMode.VALIDATE)
                .build()) {
            var externalId = String.valueOf(Version1Documents.second().get(0).externalId());
            assertEquals(
                    7L,
                    documents
                            .findByExternalId(Environment.TEST, externalId)
                            .orElseThrow()
                            .sourceVersion());
        }
    }

    @Test
    @DisplayName("is refused by VALIDATE, which names both versions, and left as it is")
    void validateRefuses() {
        var builder = H2DocumentRepository.builder(file).schemaMode(SchemaMode.VALIDATE);
        var failure = assertThrows(IncompatibleStoreException.class, builder::build);
        assertTrue(failure.getMessage().contains("at version 1"), failure.getMessage());
        assertTrue(failure.getMessage().contains("needs version 2"), failure.getMessage());
        try (var documents = H2DocumentRepository.open(file)) {
            Version1Documents.assertAllIn(documents);
        }
    }

    @Test
    @DisplayName("is upgraded once, when eight open it at the same time")
    void rivals() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var opening = IntStream.range(0, 8)
                    .<Callable<H2DocumentRepository>>mapToObj(i -> () -> H2DocumentRepository.open(file))
                    .toList();
            for (var opened : threads.invokeAll(opening)) {
                try (var documents = opened.get()) {
                    Version1Documents.assertAllIn(documents);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
