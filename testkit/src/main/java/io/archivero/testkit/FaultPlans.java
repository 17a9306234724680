package io.archivero.testkit;

import io.archivero.testkit.JdbcFault.Aftermath;
import io.archivero.testkit.JdbcFault.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The faults that an operation is put through. Every call fails. Those that decide something fail in all ways; those that pass
 * values, prepare and close fail in one way each, all ways in turn, before or after they did their work. The system property {@code archivero.faults=all} has every call fail
 * in all ways, before every aftermath.
 */
final class FaultPlans {
    static final boolean ALL = "all".equals(System.getProperty("archivero.faults"));
    private static final Pattern DECIDES = Pattern.compile("DataSource\\.getConnection|.*\\.execute\\w*"
            + "|Connection\\.(commit|rollback.*|setAutoCommit|setSavepoint|releaseSavepoint|close)");
    private static final Pattern PASSES_VALUES = Pattern.compile(
            "ResultSet\\.(get\\w+|wasNull)|ResultSetMetaData\\.\\w+|PreparedStatement\\.(set\\w+|addBatch)"
                    + "|Connection\\.createArrayOf");
    private static final List<JdbcFailure> FAILURES = List.of(JdbcFailure.values());
    private static final List<Aftermath> AFTERMATHS =
            List.of(Aftermath.NO_ROLLBACK, Aftermath.NO_AUTOCOMMIT, Aftermath.NO_ROLLBACK_NO_ABORT, Aftermath.DEAD);
    /** What is worth an aftermath: one failure of each sort that is told apart. */
    private static final List<JdbcFailure> WITH_AFTERMATH = List.of(
            JdbcFailure.BROKEN,
            JdbcFailure.DUPLICATE,
            JdbcFailure.SERIALIZATION,
            JdbcFailure.INTERNAL,
            JdbcFailure.RUNTIME_EXCEPTION,
            JdbcFailure.ERROR);

    private final List<JdbcFault> faults = new ArrayList<>();
    private int turn;

    private FaultPlans() {}

    /** Returns the faults for an operation that makes these calls; what takes turns goes on from {@code turn}. */
    static List<JdbcFault> of(List<String> calls, int turn) {
        var plans = new FaultPlans();
        plans.turn = turn;
        for (int call = 0; call < calls.size(); call++) {
            plans.plan(call, calls.get(call));
        }
        plans.faults.removeIf(fault -> liesAboutCommit(fault, calls) || retriesInVain(fault));
        return plans.faults;
    }

    private void plan(int call, String name) {
        if (ALL) {
            everyFailure(call);
            everyAftermath(call, WITH_AFTERMATH.size());
        } else if (name.equals("Connection.commit")) {
            everyFailure(call);
            everyAftermath(call, 1);
        } else if (DECIDES.matcher(name).matches()) {
            for (int i = 0; i < FAILURES.size(); i++) {
                nextFailure(call);
            }
            if (turn % 2 == 0) {
                nextAftermath(call);
            }
        } else {
            nextFailure(call);
            if (!PASSES_VALUES.matcher(name).matches() && turn % 8 == 0) {
                nextAftermath(call);
            }
        }
    }

    private void everyFailure(int call) {
        for (var moment : Moment.values()) {
            FAILURES.forEach(failure -> faults.add(new JdbcFault(call, failure, moment, Aftermath.NONE)));
        }
    }

    private void nextFailure(int call) {
        int next = turn++;
        var moment = next / FAILURES.size() % 2 == 0 ? Moment.BEFORE : Moment.AFTER;
        faults.add(new JdbcFault(call, FAILURES.get(next % FAILURES.size()), moment, Aftermath.NONE));
    }

    private void everyAftermath(int call, int failures) {
        for (int i = 0; i < failures * AFTERMATHS.size(); i++) {
            nextAftermath(call);
        }
    }

    private void nextAftermath(int call) {
        int next = turn++;
        faults.add(new JdbcFault(
                call,
                WITH_AFTERMATH.get(next / AFTERMATHS.size() % WITH_AFTERMATH.size()),
                Moment.BEFORE,
                AFTERMATHS.get(next % AFTERMATHS.size())));
    }

    /** On a dead connection nothing is tried again that was not tried before, only longer. */
    private static boolean retriesInVain(JdbcFault fault) {
        return fault.failure() == JdbcFailure.SERIALIZATION && fault.aftermath() == Aftermath.DEAD;
    }

    /** Nobody can live with a database that commits, and then says that it rolled back. */
    private static boolean liesAboutCommit(JdbcFault fault, List<String> calls) {
        if (fault.failure() != JdbcFailure.SERIALIZATION && fault.failure() != JdbcFailure.DUPLICATE) {
            return false;
        }
        int commit = FaultOracle.commit(calls);
        return fault.call() == commit && fault.moment() == Moment.AFTER;
    }
}
