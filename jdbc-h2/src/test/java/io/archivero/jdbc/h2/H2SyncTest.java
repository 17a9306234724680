package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Durability;
import io.archivero.Environment;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What POWER_LOSS costs and buys: the file is forced to the disk before a batch is answered. */
class H2SyncTest {
    private static final int BATCHES = 10;

    @TempDir
    Path directory;

    private int syncsOfTenBatches(Durability durability) {
        FilePath.register(new SyncCountingPath());
        var url = "jdbc:h2:syncs:async:" + directory.resolve(durability.name()) + ";WRITE_DELAY=0";
        var pool = JdbcConnectionPool.create(url, "sa", "");
        try (var repository =
                H2DocumentRepository.builder(pool).durability(durability).build()) {
            int before = SyncCountingPath.SYNCS.get();
            for (int batch = 0; batch < BATCHES; batch++) {
                repository.batchUpsertByExternalId(Environment.LIVE, Items.batch(batch + "-", 5, 1));
            }
            return SyncCountingPath.SYNCS.get() - before;
        } finally {
            pool.dispose();
        }
    }

    @Test
    @DisplayName("POWER_LOSS syncs the file at least once for each batch")
    void powerLoss() {
        int syncs = syncsOfTenBatches(Durability.POWER_LOSS);
        assertTrue(syncs >= BATCHES, () -> syncs + " syncs");
    }

    @Test
    @DisplayName("PROCESS_CRASH leaves that to the operating system")
    void processCrash() {
        int syncs = syncsOfTenBatches(Durability.PROCESS_CRASH);
        assertTrue(syncs < BATCHES, () -> syncs + " syncs");
    }
}
