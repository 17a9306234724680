package io.archivero.jdbc.h2;

import io.archivero.Durability;
import io.archivero.Environment;
import java.nio.file.Path;

/** A process that writes batches and says so on its standard output, batch by batch, until it is killed. */
final class Writer {
    static final int BATCH_SIZE = 50;

    private Writer() {}

    /** Takes the file, the durability, and the number of the first batch. */
    public static void main(String[] arguments) {
        try (var repository = H2DocumentRepository.builder(Path.of(arguments[0]))
                .durability(Durability.valueOf(arguments[1]))
                .build()) {
            for (int batch = Integer.parseInt(arguments[2]); ; batch++) {
                repository.batchUpsertByExternalId(Environment.LIVE, Items.batch(batch + "-", BATCH_SIZE, batch));
                System.out.println(batch);
                System.out.flush();
            }
        }
    }
}
