package io.archivero.testkit;

import java.util.Objects;
import java.util.Set;

/**
 * A plan for one call of JDBC to fail, and for what happens to the calls after it.
 *
 * @param call the call's number, from 0
 * @param failure what it fails with
 * @param moment whether it fails before or after it did its work
 * @param aftermath what fails from then on
 */
public record JdbcFault(int call, JdbcFailure failure, Moment moment, Aftermath aftermath) {
    /** When a call fails. */
    public enum Moment {
        /** Before it did anything. */
        BEFORE,
        /** When its work is done: only the answer is lost. */
        AFTER
    }

    /** Which later calls fail too, so that there is no cleaning up. */
    public enum Aftermath {
        /** None. */
        NONE,
        /** Every rollback, whole or to a savepoint. */
        NO_ROLLBACK,
        /** Every attempt to turn autocommit on or off. */
        NO_AUTOCOMMIT,
        /** Every rollback, and every attempt to abort the connection. */
        NO_ROLLBACK_NO_ABORT,
        /** Everything, apart from letting go of the connection. */
        DEAD;

        private static final Set<String> ROLLBACKS = Set.of("Connection.rollback", "Connection.rollback(Savepoint)");
        private static final Set<String> LETTING_GO =
                Set.of("Connection.close", "Connection.abort", "Connection.isClosed", "Connection.unwrap");

        /** Tells whether a call of that name fails. */
        boolean hits(String name) {
            return switch (this) {
                case NONE -> false;
                case NO_ROLLBACK -> ROLLBACKS.contains(name);
                case NO_AUTOCOMMIT -> name.equals("Connection.setAutoCommit");
                case NO_ROLLBACK_NO_ABORT -> ROLLBACKS.contains(name) || name.equals("Connection.abort");
                case DEAD -> !LETTING_GO.contains(name);
            };
        }
    }

    /** Refuses nulls and a negative number. */
    public JdbcFault {
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(moment, "moment");
        Objects.requireNonNull(aftermath, "aftermath");
        if (call < 0) {
            throw new IllegalArgumentException("call must not be negative");
        }
    }
}
