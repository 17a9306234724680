package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.archivero.DocumentRepository;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every call of every operation fails once, in every way. */
abstract class FaultTopic extends JdbcTopic {
    private static final int MOST_SHOWN = Integer.getInteger("shown", 10);

    private final LeakWatch watch = new LeakWatch();

    FaultTopic(JdbcFixture fixture) {
        super(fixture);
    }

    @BeforeEach
    void addRule() {
        table.execute("alter table archivero_documents add constraint archivero_host_rule check (type <> '"
                + Marked.FORBIDDEN + "')");
    }

    @AfterEach
    void dropRule() {
        watch.close();
        table.execute("alter table archivero_documents drop constraint archivero_host_rule");
    }

    @TestFactory
    @DisplayName("in a transaction of the library's own, on a pool with autocommit on")
    Stream<DynamicTest> own() {
        return trials(
                new PooledSetting(
                        jdbc.dataSource(),
                        connection -> connection.setNetworkTimeout(Runnable::run, 30_000),
                        this::watched),
                FaultOperations.all());
    }

    @TestFactory
    @DisplayName("in a transaction of the library's own, on a pool with autocommit off and a stricter isolation")
    Stream<DynamicTest> ownWithoutAutocommit() {
        return trials(
                new PooledSetting(
                        jdbc.dataSource(),
                        connection -> {
                            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                            connection.setAutoCommit(false);
                        },
                        this::watched),
                FaultOperations.few());
    }

    @TestFactory
    @DisplayName("in a transaction of the host's")
    Stream<DynamicTest> joined() {
        return trials(
                new JoinedSetting(jdbc.dataSource(), false, watched(jdbc.dataSource())::using),
                FaultPlans.ALL ? FaultOperations.all() : FaultOperations.few());
    }

    @TestFactory
    @DisplayName("on a connection of the host's, with autocommit on")
    Stream<DynamicTest> joinedWithAutocommit() {
        return trials(
                new JoinedSetting(jdbc.dataSource(), true, watched(jdbc.dataSource())::using), FaultOperations.few());
    }

    private DocumentRepository watched(DataSource dataSource) {
        return remember(jdbc.open(dataSource, options -> options.clock(clock).listener(watch)));
    }

    private Stream<DynamicTest> trials(FaultSetting setting, List<FaultOperation> operations) {
        var turn = new AtomicInteger();
        return operations.stream()
                .map(operation -> dynamicTest(operation.name(), () -> run(setting, operation, turn)))
                .onClose(() -> assertDoesNotThrow(setting::close));
    }

    private void run(FaultSetting setting, FaultOperation operation, AtomicInteger turn) throws SQLException {
        var trial = new FaultTrial(jdbc, repository, setting, operation, watch);
        assertFalse(trial.calls().isEmpty(), "the operation reaches the database");
        var faults = FaultPlans.of(trial.calls(), turn.getAndAdd(trial.calls().size()));
        assertTrue(faults.size() >= trial.calls().size(), "every call fails");
        var wrong = new ArrayList<String>();
        for (var fault : faults) {
            wrong.addAll(trial.run(fault));
        }
        assertTrue(watch.isAwake(), "the log and the events are heard");
        assertEquals(
                "",
                String.join("\n", wrong.subList(0, Math.min(wrong.size(), MOST_SHOWN))),
                wrong.size() + " of " + faults.size() + " faults in "
                        + trial.calls().size() + " calls ended badly");
    }
}
