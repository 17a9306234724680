package io.archivero.testkit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What every repository over JDBC must do when calls of JDBC fail: each call of each operation once, in each way. A backend proves
 * itself by a class of its own:
 *
 * <pre>{@code
 * class MyRepositoryFaultTest extends FaultContract {
 *     @Override
 *     protected JdbcFixture fixture() {
 *         return MyFixture.INSTANCE;
 *     }
 * }
 * }</pre>
 *
 * <p>The system property {@code archivero.faults=all} has every call fail in every way, which takes minutes.
 */
public abstract class FaultContract {
    /** For subclasses. */
    protected FaultContract() {}

    /** Returns the way to the database under test; asked once for each test. */
    protected abstract JdbcFixture fixture();

    @Nested
    @DisplayName("A call of JDBC that fails")
    class Calls extends FaultTopic {
        Calls() {
            super(FaultContract.this.fixture());
        }
    }
}
