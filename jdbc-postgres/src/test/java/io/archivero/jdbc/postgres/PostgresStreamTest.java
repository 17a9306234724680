package io.archivero.jdbc.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.testkit.EmbeddedPostgres;
import io.archivero.testkit.LargeStore;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A stream of more documents than the heap holds; {@value LargeStore#SIZE_PROPERTY} says how many, and a million fit too. */
class PostgresStreamTest {
    /** The documents of the short form alone would take more. */
    private static final String HEAP = "-Xmx32m";

    /** Prints how many documents there are in a database, by going through them. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) {
            var database = new PGSimpleDataSource();
            database.setURL(arguments[0]);
            database.setUser(arguments[1]);
            try (var repository = PostgresDocumentRepository.create(database);
                    var documents = repository.stream(Environment.LIVE, DocumentQuery.all())) {
                System.out.println(
                        documents.filter(document -> document.version() == 1).count());
            }
        }
    }

    @Test
    @DisplayName("Streaming takes a heap that could not hold what is streamed")
    void smallHeap() throws Exception {
        var database = EmbeddedPostgres.freshDatabase();
        PostgresDocumentRepository.create(database).close();
        PostgresLargeStore.fill(Jdbi.create(database), "live", LargeStore.size());
        String url;
        String user;
        try (var connection = database.getConnection()) {
            url = connection.getMetaData().getURL();
            user = connection.getMetaData().getUserName();
        }
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path", "")
                                + File.pathSeparator
                                + System.getProperty("jdk.module.path", ""),
                        Reader.class.getName(),
                        url,
                        user)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor());
        assertEquals(LargeStore.size(), Integer.parseInt(printed.strip()));
    }
}
