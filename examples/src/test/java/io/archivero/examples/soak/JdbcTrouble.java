package io.archivero.examples.soak;

import io.archivero.testkit.FailingDataSource;
import io.archivero.testkit.JdbcFailure;
import io.archivero.testkit.JdbcFault;
import io.archivero.testkit.rivals.Tally;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls of JDBC fail, one after the other. What says that the database has rolled back is left to the databases, which say so when it
 * is true; an {@code Error} is left out because it ends the thread.
 */
final class JdbcTrouble {
    /** The prefix of what it counts; the kind of failure follows. */
    static final String FAULT = "JDBC ";

    private static final int FARTHEST_CALL = 80;
    private static final List<JdbcFailure> FAILURES = List.of(
            JdbcFailure.BROKEN,
            JdbcFailure.TOO_MANY_CONNECTIONS,
            JdbcFailure.SHUTDOWN,
            JdbcFailure.INTERNAL,
            JdbcFailure.TIMEOUT,
            JdbcFailure.RUNTIME_EXCEPTION,
            JdbcFailure.CLOSED);

    private final FailingDataSource dataSource;
    private final Tally tally;
    private final Random random;
    private @Nullable JdbcFault armed;

    JdbcTrouble(FailingDataSource dataSource, Tally tally, long seed) {
        this.dataSource = dataSource;
        this.tally = tally;
        this.random = new Random(seed);
    }

    /** Plans the next failure, in place of the last. */
    synchronized void next() {
        count();
        var moments = JdbcFault.Moment.values();
        var aftermaths = JdbcFault.Aftermath.values();
        armed = new JdbcFault(
                random.nextInt(FARTHEST_CALL),
                FAILURES.get(random.nextInt(FAILURES.size())),
                moments[random.nextInt(moments.length)],
                aftermaths[random.nextInt(aftermaths.length)]);
        dataSource.arm(armed);
    }

    /** From now on nothing fails. */
    synchronized void end() {
        count();
        armed = null;
        dataSource.disarm();
    }

    private void count() {
        if (armed != null && dataSource.struck()) {
            tally.count(FAULT + armed.failure());
        }
    }
}
