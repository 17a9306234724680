package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The stream of a backend, of more documents than the heap holds: a process with a small one goes through it.
 * {@value LargeStore#SIZE_PROPERTY} says how many there are, and a million fit too.
 */
public abstract class SmallHeapContract {
    /** The documents of the short form alone would take more. */
    private static final String HEAP = "-Xmx32m";

    /** For the test class of a backend. */
    protected SmallHeapContract() {}

    /** Makes a database, and puts so many documents of {@code LIVE} there, all at version 1. */
    protected abstract List<String> fill(int size) throws SQLException;

    /** Returns a class whose {@code main} opens what {@link #fill} has told of, and leaves the rest to {@link #read}. */
    protected abstract Class<?> reader();

    /** In the child: prints how many documents there are, by going through them. */
    public static void read(DocumentRepository repository) {
        try (var documents = repository.stream(Environment.LIVE, DocumentQuery.all())) {
            System.out.println(
                    documents.filter(document -> document.version() == 1).count());
        }
    }

    @Test
    @DisplayName("Streaming takes a heap that could not hold what is streamed")
    void smallHeap() throws SQLException, IOException, InterruptedException {
        var child = CrashChild.start(List.of(HEAP), reader(), fill(LargeStore.size()));
        var printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor());
        assertEquals(LargeStore.size(), Integer.parseInt(printed.strip()));
    }
}
