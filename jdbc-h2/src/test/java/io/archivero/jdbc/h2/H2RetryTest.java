package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.CallEvent;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.RepositoryListener;
import io.archivero.RetryEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A lock that another connection holds, and gives up when the listener hears that somebody waits for it. */
class H2RetryTest {
    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=20", "sa", "");

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Test
    @DisplayName("A call that met a lock is one call, with the retries that it took")
    void lock() throws SQLException {
        var told = new ArrayList<String>();
        try (var holder = pool.getConnection();
                var repository = H2DocumentRepository.builder(pool)
                        .listener(new Releasing(holder, told))
                        .build()) {
            holder.setAutoCommit(false);
            repository.using(holder).upsertByExternalId(Environment.TEST, Items.item("a", 1));
            told.clear();
            var outcome = repository
                    .upsertByExternalId(Environment.TEST, Items.item("a", 2))
                    .outcome();
            assertEquals(ItemOutcome.UPDATED, outcome);
        }
        assertEquals(List.of("retry 1 HYT00", "retry 2 HYT00", "2 retries"), told);
    }

    /** Lets go of the lock at the second retry. */
    private record Releasing(Connection holder, List<String> told) implements RepositoryListener {
        @Override
        public void onRetry(RetryEvent retry) {
            told.add("retry " + retry.attempt() + " " + retry.reason());
            if (retry.attempt() == 2) {
                try {
                    holder.commit();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void onCall(CallEvent call) {
            told.add(call.retries() + " retries");
        }
    }
}
