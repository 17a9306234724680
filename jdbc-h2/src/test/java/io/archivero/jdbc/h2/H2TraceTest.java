package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.archivero.BatchRejectedException;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By itself H2 writes what fails, values included, into a file beside the database. */
@DisplayName("A value that H2 refuses")
class H2TraceTest {
    @TempDir
    Path directory;

    @Test
    @DisplayName("is written nowhere, in a database that the library opens")
    void noTrace() throws Exception {
        var file = directory.resolve("documents");
        try (var repository = H2DocumentRepository.open(file)) {
            narrow(file);
            var item = DocumentUpsert.builder("a")
                    .clientId(new UUID(1, 2))
                    .scope(Scope.MX)
                    .type("ine")
                    .filename("geheimnis.jpg")
                    .build();
            assertThrows(BatchRejectedException.class, () -> repository.upsertByExternalId(Environment.TEST, item));
        }
        assertEquals(List.of("documents.mv.db"), files());
    }

    private static void narrow(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:async:" + file, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("alter table archivero_documents alter column filename character varying(3)");
        }
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
