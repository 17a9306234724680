package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.Environment;
import io.archivero.RetryPolicy;
import io.archivero.testkit.CountingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Writers that queue for their turn behind a transaction of the host's. */
@Timeout(60)
class H2TurnTest {
    private static final int SIZE = 250;

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=20000", "sa", "");
    private final CountingDataSource counting = new CountingDataSource(pool);

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Test
    @DisplayName(
            "Who comes when others wait for their turn waits before reading, not for what will be old when its turn comes")
    void readsInItsTurn() throws Exception {
        try (var host = pool.getConnection();
                var repository = H2DocumentRepository.create(counting)) {
            repository.batchUpsertByExternalId(Environment.TEST, Items.batch("k", SIZE, 1));
            host.setAutoCommit(false);
            repository.using(host).upsertByExternalId(Environment.TEST, Items.item("host's", 1));

            var first = writer(repository, 2);
            while (!somebodyIsBlocked(host)) {
                Thread.onSpinWait();
            }
            counting.reset();
            var second = writer(repository, 3);
            while (second.thread().getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            host.commit();
            assertEquals(2, first.versions().get());
            assertEquals(3, second.versions().get());
        }
        assertEquals(
                1,
                counting.statements().stream()
                        .filter(sql -> sql.contains("unnest"))
                        .count());
    }

    @Test
    @DisplayName("A host's transaction that has the turn goes on writing while others queue for it")
    void hostGoesOn() throws Exception {
        try (var host = pool.getConnection();
                var repository = H2DocumentRepository.builder(pool)
                        .retryPolicy(RetryPolicy.NEVER)
                        .build()) {
            host.setAutoCommit(false);
            repository.using(host).upsertByExternalId(Environment.TEST, Items.item("host's", 1));
            var writer = writer(repository, 1);
            while (!somebodyIsBlocked(host)) {
                Thread.onSpinWait();
            }
            repository.using(host).batchUpsertByExternalId(Environment.TEST, Items.batch("host's", SIZE, 1));
            host.commit();
            assertEquals(1, writer.versions().get());
        }
    }

    /** A thread that stores a batch, and the version that all its documents have afterwards. */
    private record BatchOf(Thread thread, FutureTask<Integer> versions) {}

    private static BatchOf writer(H2DocumentRepository repository, int revision) {
        var versions = new FutureTask<>(() -> {
            var result = repository.batchUpsertByExternalId(Environment.TEST, Items.batch("k", SIZE, revision));
            return (int) result.items().stream()
                    .mapToLong(item -> item.document().orElseThrow().version())
                    .max()
                    .orElseThrow();
        });
        var thread = new Thread(versions, "writer of revision " + revision);
        thread.start();
        return new BatchOf(thread, versions);
    }

    private static boolean somebodyIsBlocked(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from information_schema.sessions where blocker_id is not null")) {
            rows.next();
            return rows.getInt(1) > 0;
        }
    }
}
