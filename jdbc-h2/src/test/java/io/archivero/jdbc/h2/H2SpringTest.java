package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.Environment;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction that Spring runs, reached through its transaction-aware DataSource. */
class H2SpringTest {
    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final DocumentRepository repository =
            H2DocumentRepository.create(new TransactionAwareDataSourceProxy(pool));
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));

    private long count() {
        return repository.count(Environment.LIVE, DocumentQuery.all());
    }

    @Test
    @DisplayName("keeps what was written when it commits")
    void commit() {
        transaction.executeWithoutResult(status -> {
            repository.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", 2, 1));
            repository.batchUpsertByExternalId(Environment.LIVE, Items.batch("l", 2, 1), false);
            assertEquals(4, count());
        });
        assertEquals(4, count());
    }

    @Test
    @DisplayName("keeps nothing when it rolls back, be it told to or by an exception")
    void rollback() {
        transaction.executeWithoutResult(status -> {
            repository.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", 2, 1));
            status.setRollbackOnly();
        });
        assertThrows(
                IllegalStateException.class,
                () -> transaction.executeWithoutResult(status -> {
                    repository.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", 2, 1), false);
                    throw new IllegalStateException("the host changed its mind");
                }));
        assertEquals(0, count());
    }

    @Test
    @DisplayName("is not needed: outside of one, each call commits by itself")
    void outside() {
        repository.batchUpsertByExternalId(Environment.LIVE, Items.batch("k", 2, 1));
        assertEquals(2, count());
    }
}
