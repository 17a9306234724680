package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.h2.api.Trigger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that the host has made its own in ways that only H2 knows. */
class H2HostTableTest {
    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final H2DocumentRepository documents = H2DocumentRepository.create(pool);

    /** Has something against keys that begin with bad. */
    public static class ThrowingTrigger implements Trigger {
        /** H2 makes one of each. */
        public ThrowingTrigger() {}

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
            for (var value : after) {
                if (value instanceof String text && text.startsWith("bad")) {
                    throw new SQLException("GEHEIMNIS " + text);
                }
            }
        }
    }

    /** Has the same against them, and says so by a bug. */
    public static final class BrokenTrigger extends ThrowingTrigger {
        /** H2 makes one of each. */
        public BrokenTrigger() {}

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            try {
                super.fire(connection, before, after);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @AfterEach
    void dispose() throws SQLException {
        execute("shutdown");
        pool.dispose();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {ThrowingTrigger.class, BrokenTrigger.class})
    @DisplayName("A trigger that throws refuses its own row, and no other, and its words are not passed on")
    void throwing(Class<?> trigger) throws SQLException {
        execute("create trigger host_rule before insert, update on archivero_documents for each row call '"
                + trigger.getName() + "'");
        var result = partial("a", "bad", "c");
        assertEquals(
                List.of(ItemOutcome.CREATED, ItemOutcome.REFUSED, ItemOutcome.CREATED),
                result.stream().map(ItemResult::outcome).toList());
        assertFalse(result.toString().contains("GEHEIMNIS"));
        assertTrue(result.get(1).violations().stream()
                .noneMatch(violation -> violation.message().contains("GEHEIMNIS")));
        assertEquals(2, documents.count(Environment.TEST, DocumentQuery.all()));
    }

    @Test
    @DisplayName("A column that was made narrower under a repository in use refuses what no longer fits")
    void narrower() throws SQLException {
        execute("alter table archivero_documents alter column external_id varchar(4)");
        assertEquals(
                List.of(ItemOutcome.CREATED, ItemOutcome.REFUSED, ItemOutcome.CREATED),
                partial("abcd", "abcde", "x").stream().map(ItemResult::outcome).toList());
    }

    private List<ItemResult> partial(String... externalIds) {
        var items = List.of(externalIds).stream().map(id -> Items.item(id, 1)).toList();
        return documents.batchUpsertByExternalId(Environment.TEST, items, false).items();
    }
}
