package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.DocumentQuery;
import io.archivero.Durability;
import io.archivero.Environment;
import io.archivero.testkit.LargeStore;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream of more documents than the heap holds; {@value LargeStore#SIZE_PROPERTY} says how many, and a million fit too. */
class H2StreamTest {
    /** The documents of the short form alone would take more. */
    private static final String HEAP = "-Xmx32m";

    @TempDir
    Path directory;

    /** Prints how many documents there are in a file, by going through them. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) {
            try (var repository = H2DocumentRepository.builder(Path.of(arguments[0]))
                            .durability(Durability.NONE)
                            .build();
                    var documents = repository.stream(Environment.LIVE, DocumentQuery.all())) {
                System.out.println(
                        documents.filter(document -> document.version() == 1).count());
            }
        }
    }

    @Test
    @DisplayName("Streaming takes a heap that could not hold what is streamed")
    void smallHeap() throws Exception {
        var file = directory.resolve("documents");
        H2DocumentRepository.builder(file).durability(Durability.NONE).build().close();
        H2LargeStore.fill(Jdbi.create("jdbc:h2:async:" + file, "sa", ""), "live", LargeStore.size());
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path", "")
                                + File.pathSeparator
                                + System.getProperty("jdk.module.path", ""),
                        Reader.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor());
        assertEquals(LargeStore.size(), Integer.parseInt(printed.strip()));
    }
}
