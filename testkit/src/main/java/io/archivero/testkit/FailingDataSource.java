package io.archivero.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A DataSource whose n-th call fails as planned: any call of a connection, and of the statements, result sets, arrays and meta
 * data that come from it. Getting the connection is a call too. To meet every call of some work, let it run once with nothing
 * armed, and see in {@link #calls()} how many there are. Safe for use by many threads, one call at a time.
 */
public final class FailingDataSource extends DelegatingDataSource {
    private final String detail;
    private final List<String> calls = new ArrayList<>();
    private @Nullable JdbcFault fault;
    private @Nullable Throwable thrown;
    private boolean struck;
    private int aftermath;

    /**
     * Passes everything on to that DataSource until told otherwise.
     *
     * @param detail what the messages of the exceptions say: drivers repeat values there
     */
    public FailingDataSource(DataSource dataSource, String detail) {
        super(dataSource);
        this.detail = Objects.requireNonNull(detail, "detail");
    }

    /** Plans a fault; numbers start from 0 again. */
    public synchronized void arm(JdbcFault fault) {
        disarm();
        this.fault = Objects.requireNonNull(fault, "fault");
    }

    /** Lets everything pass again; numbers start from 0 again. */
    public synchronized void disarm() {
        fault = null;
        thrown = null;
        struck = false;
        aftermath = 0;
        calls.clear();
    }

    /** Returns the calls that were made since the last change of plan, such as {@code Connection.commit}, in their order. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** Tells whether the planned call was made, and so has failed. */
    public synchronized boolean struck() {
        return struck;
    }

    /** Returns how many calls failed after the planned one. */
    public synchronized int failedAfterwards() {
        return aftermath;
    }

    /** Returns what the planned call threw; null if it was not made yet, or threw nothing of ours. */
    public synchronized @Nullable Throwable thrown() {
        return thrown;
    }

    /** What fails to be opened is not handed out, but given back. */
    @Override
    Connection changed(Connection connection) throws SQLException {
        var strike = next("DataSource.getConnection");
        if (strike == null) {
            return JdbcProxy.of(connection, this::pass);
        }
        if (strike.failure() == JdbcFailure.CLOSED) {
            JdbcCall.cut(connection);
            return JdbcProxy.of(connection, this::pass);
        }
        connection.close();
        var failure = exception(strike);
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        throw (SQLException) failure;
    }

    private @Nullable Object pass(JdbcCall call) throws Throwable {
        var strike = next(call.name());
        if (strike == null) {
            return call.proceed();
        }
        var result = strike.moment() == JdbcFault.Moment.AFTER ? call.proceed() : null;
        if (strike.failure() != JdbcFailure.CLOSED) {
            throw exception(strike);
        }
        JdbcCall.cut(call.connection());
        return strike.moment() == JdbcFault.Moment.AFTER ? result : call.proceed();
    }

    /** Returns how the next call fails; null if it does not. */
    private synchronized @Nullable JdbcFault next(String name) {
        int number = calls.size();
        calls.add(name);
        if (fault == null) {
            return null;
        }
        if (struck) {
            return fault.aftermath().hits(name) ? afterwards(number) : null;
        }
        struck = number == fault.call();
        return struck ? fault : null;
    }

    private JdbcFault afterwards(int number) {
        aftermath++;
        return new JdbcFault(number, JdbcFailure.BROKEN, JdbcFault.Moment.BEFORE, JdbcFault.Aftermath.NONE);
    }

    private synchronized Throwable exception(JdbcFault strike) {
        var exception = strike.failure().exception(detail);
        if (strike.equals(fault)) {
            thrown = exception;
        }
        return exception;
    }
}
