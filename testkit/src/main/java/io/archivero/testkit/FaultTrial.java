package io.archivero.testkit;

import io.archivero.DocumentRepository;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One operation in one setting: once without a fault, to see what it calls and how it ends, and then once for each fault. */
final class FaultTrial {
    private final DocumentTable table;
    private final FaultSetting setting;
    private final FaultOperation operation;
    private final FaultOracle oracle;
    private final LeakWatch watch;
    private final StoredRows before;
    private final UUID idOfFirst;
    private StoredRows now;

    /** Runs the operation without a fault. */
    FaultTrial(
            JdbcFixture fixture,
            DocumentRepository undisturbed,
            FaultSetting setting,
            FaultOperation operation,
            LeakWatch watch)
            throws SQLException {
        this.watch = watch;
        this.table = fixture.table();
        this.setting = setting;
        this.operation = operation;
        this.idOfFirst = store(undisturbed);
        this.before = StoredRows.of(table);
        var repository = setting.begin();
        setting.failing().disarm();
        var answer = Answer.to(operation.call(), repository, idOfFirst);
        var calls = setting.failing().calls();
        setting.failing().disarm();
        var complaints = new ArrayList<>(setting.end());
        complaints.addAll(watch.leaks());
        if (!complaints.isEmpty()) {
            throw new AssertionError("even without a fault: " + complaints);
        }
        now = StoredRows.of(table);
        oracle = new FaultOracle(setting, calls, answer, now.comparable(before), !now.equals(before));
    }

    /** Returns the names of the calls that the operation makes, in their order. */
    List<String> calls() {
        return oracle.calls();
    }

    /** Runs the operation with a fault; returns what is wrong with how it ended. */
    List<String> run(JdbcFault fault) throws SQLException {
        if (!now.equals(before)) {
            table.bringBack();
        }
        var failing = setting.failing();
        var repository = setting.begin();
        failing.arm(fault);
        var answer = Answer.to(operation.call(), repository, idOfFirst);
        var struck = failing.struck();
        var injured = new FaultOracle.Injury(fault, failing.thrown(), failing.failedAfterwards());
        failing.disarm();
        var wrong = new ArrayList<>(setting.end());
        if (!struck) {
            wrong.add("the call was not made");
        }
        now = StoredRows.of(table);
        wrong.addAll(oracle.judge(injured, answer, before, now));
        wrong.addAll(watch.leaks());
        return wrong.stream().map(each -> describe(fault) + ": " + each).toList();
    }

    private String describe(JdbcFault fault) {
        return "call " + fault.call() + " " + calls().get(fault.call()) + ", " + fault.failure() + " " + fault.moment()
                + " " + fault.aftermath();
    }

    private UUID store(DocumentRepository undisturbed) {
        table.clear();
        undisturbed.upsertByExternalId(
                ContractTopic.LIVE, Marked.item("of the host").build());
        var idOfFirst = new UUID(0, 0);
        if (!operation.given().isEmpty()) {
            var given = undisturbed.batchUpsertByExternalId(ContractTopic.TEST, operation.given());
            idOfFirst = given.items().get(0).document().orElseThrow().id();
        }
        table.keep();
        return idOfFirst;
    }
}
