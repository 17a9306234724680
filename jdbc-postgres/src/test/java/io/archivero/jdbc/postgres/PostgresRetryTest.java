package io.archivero.jdbc.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.CallEvent;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.RepositoryListener;
import io.archivero.RetryEvent;
import io.archivero.testkit.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A lock that another connection holds, and gives up when the listener hears that somebody waits for it. */
class PostgresRetryTest {
    private final DataSource database = new DelegatingDataSource(EmbeddedPostgres.freshDatabase()) {
        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            try (var statement = connection.createStatement()) {
                statement.execute("set lock_timeout = '20ms'");
            }
            return connection;
        }
    };

    @Test
    @DisplayName("A call that met a lock is one call, with the retries that it took")
    void lock() throws SQLException {
        var told = new ArrayList<String>();
        try (var holder = database.getConnection();
                var repository = PostgresDocumentRepository.builder(database)
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
        assertEquals(List.of("retry 1 55P03", "retry 2 55P03", "2 retries"), told);
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
