package io.archivero.testkit;

import static io.archivero.testkit.JdbcFailure.CLOSED;
import static io.archivero.testkit.JdbcFailure.DUPLICATE;
import static io.archivero.testkit.JdbcFailure.ERROR;
import static io.archivero.testkit.JdbcFailure.SERIALIZATION;

import io.archivero.DocumentStoreException;
import io.archivero.ItemOutcome;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Knows how an operation may end when one of its calls fails. */
final class FaultOracle {
    /**
     * What happened to a call.
     *
     * @param thrown what was thrown into it
     * @param failedAfterwards how many later calls failed too
     */
    record Injury(JdbcFault fault, @Nullable Throwable thrown, int failedAfterwards) {}

    /** What is committed is not known to last: the standard's "statement completion unknown". */
    private static final String UNCONFIRMED = "40003";

    private final FaultSetting setting;
    private final List<String> calls;
    private final Answer expected;
    private final StoredRows expectedRows;
    private final int commit;
    private final int settled;
    private final boolean changes;

    /** Takes note of how the operation ends without a fault. */
    FaultOracle(FaultSetting setting, List<String> calls, Answer expected, StoredRows expectedRows, boolean changes) {
        this.changes = changes;
        this.setting = setting;
        this.calls = calls;
        this.expected = expected;
        this.expectedRows = expectedRows;
        this.commit = changes && setting.owns() ? commit(calls) : calls.size();
        this.settled = settled();
    }

    List<String> calls() {
        return calls;
    }

    /** Returns the number of the call that commits: of a statement that is a transaction by itself, if there is no other. */
    static int commit(List<String> calls) {
        int commit = calls.lastIndexOf("Connection.commit");
        return commit >= 0 ? commit : calls.lastIndexOf("PreparedStatement.executeUpdate");
    }

    /** From this call on, what is done is done and will last: the connection is only put back. */
    private int settled() {
        int last = calls.size();
        while (last > 0 && calls.get(last - 1).matches("Connection\\.(setAutoCommit|getAutoCommit|isClosed|close)")) {
            last--;
        }
        if (isWrittenAlone()) {
            return commit + 1;
        }
        return setting.owns() ? last : calls.size();
    }

    /** Returns what is wrong with an answer, given the rows before and after it. */
    List<String> judge(Injury injury, Answer answer, StoredRows before, StoredRows now) {
        var wrong = new ArrayList<String>();
        var rows = now.comparable(before);
        var untouched = before.comparable(before);
        var thrown = answer.thrown();
        if (answer.isOrdinary()) {
            if (setting.lost()) {
                return rows.equals(untouched) ? wrong : List.of("a lost transaction was committed");
            }
            if (!answer.text().equals(expected.text()) || !rows.equals(expectedRows)) {
                wrong.addAll(otherAnswer(injury, answer, untouched, rows));
            }
            wrong.addAll(otherIds(answer, now));
        } else if (thrown != null) {
            wrong.addAll(exception(injury, thrown));
            boolean committing = injury.fault().call() >= commit;
            if (!rows.equals(untouched) && !(committing && rows.equals(expectedRows))) {
                wrong.add(thrown.getClass().getSimpleName() + ", but rows were written: " + rows);
            }
        }
        if (leaks(answer) && !(injury.fault().failure() == ERROR && injury.failedAfterwards() > 0)) {
            wrong.add("a value leaks: " + thrown);
        }
        return wrong;
    }

    private static List<String> otherIds(Answer answer, StoredRows now) {
        return answer.batch().stream()
                .flatMap(result -> result.items().stream())
                .filter(item -> item.document()
                        .filter(document -> !now.row(document.externalId()).contains("|" + document.id() + "|"))
                        .isPresent())
                .map(item -> "item " + item.index() + " is answered with another id")
                .toList();
    }

    /** Another answer than expected is right only if a row is said to be refused, and what was not refused is there. */
    private List<String> otherAnswer(Injury injury, Answer answer, StoredRows before, StoredRows now) {
        var result = answer.batch().orElse(null);
        if (injury.fault().failure() != DUPLICATE
                || result == null
                || result.items().stream().noneMatch(item -> item.outcome() == ItemOutcome.REFUSED)) {
            return List.of("answered " + answer.text() + " with " + now.rows() + ", expected " + expected.text());
        }
        return result.items().stream()
                .filter(item -> {
                    var key = String.valueOf(item.externalId());
                    var wanted = item.outcome().isSuccess() ? expectedRows : before;
                    return !now.row(key).equals(wanted.row(key));
                })
                .map(item -> "item " + item.index() + " is not as answered: " + item.outcome())
                .toList();
    }

    private List<String> exception(Injury injury, Throwable thrown) {
        var wrong = new ArrayList<String>();
        var fault = injury.fault();
        if (thrown.getCause() instanceof SQLException cause && refusalCameFirst(cause)) {
            return thrown.getSuppressed().length > 0 ? wrong : List.of("what came after a refusal is gone");
        }
        if (calls.get(fault.call()).equals("Connection.close") && fault.call() < settled) {
            return isAnyFailure(fault, thrown) ? wrong : List.of("undocumented: " + thrown); // it is the next one's
        }
        if (fault.call() >= settled) {
            wrong.add("all was settled, and yet came " + thrown);
        }
        if (isOneOfTwo(fault)
                ? !isAnyFailure(fault, thrown)
                : fault.failure() == ERROR ? thrown != injury.thrown() : !isExpected(fault, thrown)) {
            wrong.add("undocumented or misleading: " + thrown);
        }
        if (thrown.getCause() instanceof SQLException cause && !saysFirst(fault, cause)) {
            wrong.add("the first error was another one: " + cause);
        }
        if (!isOneOfTwo(fault) && thrown.getSuppressed().length < injury.failedAfterwards()) {
            wrong.add("what failed while cleaning up is not suppressed, but gone");
        }
        return wrong;
    }

    /** Where a rule of the host's refused a row first, that is the first error, and the planned one comes after it. */
    private boolean refusalCameFirst(SQLException cause) {
        return "23514".equals(cause.getSQLState())
                && expected.batch().stream()
                        .flatMap(result -> result.items().stream())
                        .anyMatch(item -> item.outcome() == ItemOutcome.REFUSED);
    }

    /**
     * On a dead connection, Jdbi's failure to close something may take the place of what came first; and what is refused, or
     * rolled back by the database, is tried again, so that what comes then counts; on a host's connection
     * that could not be put back, and was closed, it fails.
     */
    private boolean isOneOfTwo(JdbcFault fault) {
        return fault.aftermath() == JdbcFault.Aftermath.DEAD
                || fault.aftermath() != JdbcFault.Aftermath.NONE
                        && (fault.failure() == DUPLICATE || fault.failure() == SERIALIZATION)
                || setting.owns()
                        && !setting.retries()
                        && calls.get(fault.call()).matches("Connection\\.(setAutoCommit|rollback)");
    }

    private boolean isAnyFailure(JdbcFault fault, Throwable thrown) {
        return thrown instanceof DocumentStoreException
                        && (isCommitting(fault) || !(thrown instanceof UnknownOutcomeException))
                || fault.failure() == ERROR && thrown instanceof Error;
    }

    private boolean isExpected(JdbcFault fault, Throwable thrown) {
        if (fault.failure() == SERIALIZATION && setting.retries() && fault.aftermath() == JdbcFault.Aftermath.NONE) {
            return false; // tried again, it would have ended well
        }
        if (isCommitting(fault)) {
            return thrown instanceof UnknownOutcomeException
                    || fault.failure() == CLOSED && thrown instanceof StoreUnavailableException;
        }
        return switch (fault.failure()) {
            case BROKEN, TOO_MANY_CONNECTIONS, SHUTDOWN, TIMEOUT, CLOSED, SERIALIZATION ->
                thrown instanceof StoreUnavailableException;
            case DUPLICATE, INTERNAL, RUNTIME_EXCEPTION ->
                thrown instanceof DocumentStoreException
                        && !(thrown instanceof StoreUnavailableException)
                        && !(thrown instanceof UnknownOutcomeException);
            case ERROR -> false;
        };
    }

    private boolean isCommitting(JdbcFault fault) {
        return setting.owns() && fault.call() >= commit && !isNo(fault);
    }

    /** A row may be written by a statement that is a transaction by itself. */
    private boolean isWrittenAlone() {
        return setting.owns() && changes && !calls.contains("Connection.commit");
    }

    /** A database that answers a commit so has rolled back, and says so. */
    private boolean isNo(JdbcFault fault) {
        return fault.call() == commit && (fault.failure() == SERIALIZATION || fault.failure() == DUPLICATE);
    }

    private boolean saysFirst(JdbcFault fault, SQLException cause) {
        var state = fault.failure().sqlState();
        return state == null
                || fault.call() > commit && UNCONFIRMED.equals(cause.getSQLState())
                || fault.failure() == SERIALIZATION
                || isOneOfTwo(fault)
                || Objects.equals(state, cause.getSQLState());
    }

    private static boolean leaks(Answer answer) {
        var thrown = answer.thrown();
        return thrown != null && Marked.inException(thrown)
                || answer.handedOut().stream().anyMatch(Marked::inText);
    }
}
