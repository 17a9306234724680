package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.DocumentUpsert;
import io.archivero.Durability;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.testkit.CountingDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.store.fs.FilePath;
import org.h2.tools.Server;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a batch costs on H2, in the words of docs/performance.md: statements, JDBC batches and commits. */
class H2CostTest {
    private static final int SIZE = 250;

    @TempDir
    Path directory;

    private final CountingDataSource counting = new CountingDataSource(
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));

    private final H2DocumentRepository repository = H2DocumentRepository.create(counting);

    /** What is counted of one call; a JDBC batch is one of its statements. */
    private record Cost(int statements, int batches, int commits) {}

    private Cost cost(List<DocumentUpsert> items, boolean atomic) {
        counting.reset();
        repository.batchUpsertByExternalId(Environment.LIVE, items, atomic);
        return new Cost(counting.executed(), counting.batches(), counting.commits());
    }

    @Test
    @DisplayName("A batch that creates or updates: what is stored, the writers' turn, one JDBC batch; both take two")
    void writing() {
        for (boolean atomic : List.of(true, false)) {
            var keys = atomic ? "a" : "p";
            assertEquals(new Cost(3, 1, 1), cost(Items.batch(keys, SIZE, 1), atomic));
            assertEquals(new Cost(3, 1, 1), cost(Items.batch(keys, SIZE, 2), atomic));
            var mixed = new ArrayList<>(Items.batch(keys, SIZE / 2, 3));
            mixed.addAll(Items.batch("new " + keys, SIZE / 2, 1));
            assertEquals(new Cost(4, 2, 1), cost(mixed, atomic));
        }
    }

    @Test
    @DisplayName("A replay: what is stored, no turn and no transaction")
    void replaying() {
        cost(Items.batch("k", SIZE, 1), true);
        assertEquals(new Cost(1, 0, 0), cost(Items.batch("k", SIZE, 1), true));
        assertEquals(new Cost(1, 0, 0), cost(Items.batch("k", SIZE, 1), false));
        assertEquals(new Cost(1, 0, 0), cost(Items.batch("k", 1, 1), true));
    }

    @Test
    @DisplayName("A single upsert: what is stored, the writers' turn, the row")
    void single() {
        assertEquals(new Cost(3, 1, 1), cost(Items.batch("k", 1, 1), true));
        assertEquals(new Cost(3, 1, 1), cost(Items.batch("k", 1, 2), true));
    }

    @Test
    @DisplayName("Refused rows cost nothing: the counts of the JDBC batch tell which they are")
    void refused() throws Exception {
        try (var connection = counting.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter table archivero_documents add constraint refuses check (filename <> 'refused')");
        }
        var items = new ArrayList<>(Items.batch("k", SIZE, 1));
        for (int i = 0; i < SIZE; i += 25) {
            items.set(i, items.get(i).toBuilder().filename("refused").build());
        }
        assertEquals(new Cost(3, 1, 1), cost(items, false));
        assertEquals(
                10,
                repository
                        .batchUpsertByExternalId(Environment.LIVE, items, false)
                        .counts()
                        .get(ItemOutcome.REFUSED));
    }

    @Test
    @DisplayName("POWER_LOSS adds one sync of the file to what was written, and nothing to a replay")
    void powerLoss() {
        FilePath.register(new SyncCountingPath());
        var url = "jdbc:h2:syncs:async:" + directory.resolve("d") + ";WRITE_DELAY=0";
        var pool = JdbcConnectionPool.create(url, "sa", "");
        var file = new CountingDataSource(pool);
        try (var lasting = H2DocumentRepository.builder(file)
                .durability(Durability.POWER_LOSS)
                .build()) {
            file.reset();
            int before = SyncCountingPath.SYNCS.get();
            lasting.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", SIZE, 1));
            assertEquals(3, file.executed());
            assertEquals(before + 1, SyncCountingPath.SYNCS.get());
            file.reset();
            lasting.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", SIZE, 1));
            assertEquals(1, file.executed());
            assertEquals(before + 1, SyncCountingPath.SYNCS.get());
        } finally {
            pool.dispose();
        }
    }

    @Test
    @DisplayName("Where H2 runs in another process, POWER_LOSS is one statement more")
    void powerLossOverTheWire() throws SQLException {
        FilePath.register(new SyncCountingPath());
        var server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        var file = "syncs:async:" + directory.resolve("d");
        var pool = JdbcConnectionPool.create(
                "jdbc:h2:tcp://localhost:" + server.getPort() + "/" + file + ";WRITE_DELAY=0", "sa", "");
        var wire = new CountingDataSource(pool);
        try (var lasting = H2DocumentRepository.builder(wire)
                .durability(Durability.POWER_LOSS)
                .build()) {
            wire.reset();
            int before = SyncCountingPath.SYNCS.get();
            lasting.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", SIZE, 1));
            assertEquals(4, wire.executed());
            assertEquals(before + 1, SyncCountingPath.SYNCS.get());
        } finally {
            pool.dispose();
            server.stop();
        }
    }
}
