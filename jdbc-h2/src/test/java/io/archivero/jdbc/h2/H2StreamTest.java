package io.archivero.jdbc.h2;

import io.archivero.Durability;
import io.archivero.testkit.SmallHeapContract;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;

class H2StreamTest extends SmallHeapContract {
    @TempDir
    Path directory;

    /** Takes the path of the file. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) {
            try (var repository = open(Path.of(arguments[0]))) {
                read(repository);
            }
        }
    }

    private static H2DocumentRepository open(Path file) {
        return H2DocumentRepository.builder(file).durability(Durability.NONE).build();
    }

    @Override
    protected List<String> fill(int size) {
        var file = directory.resolve("documents");
        open(file).close();
        H2LargeStore.fill(Jdbi.create("jdbc:h2:async:" + file, "sa", ""), "live", size);
        return List.of(file.toString());
    }

    @Override
    protected Class<?> reader() {
        return Reader.class;
    }
}
