package io.archivero.jdbc.h2;

import io.archivero.Durability;
import io.archivero.testkit.CrashChild;
import java.nio.file.Path;
import java.util.List;

/** A process that writes to a file, and says so on its standard output, until it is killed. */
final class Writer {
    private Writer() {}

    /** Takes the file, the durability, and the lanes. */
    public static void main(String[] arguments) throws InterruptedException {
        try (var repository = H2DocumentRepository.builder(Path.of(arguments[0]))
                .durability(Durability.valueOf(arguments[1]))
                .build()) {
            CrashChild.work(repository, List.of(arguments).subList(2, arguments.length));
        }
    }
}
