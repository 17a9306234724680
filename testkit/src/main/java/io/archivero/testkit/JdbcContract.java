package io.archivero.testkit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What every repository over JDBC must do besides {@link DocumentRepositoryContract}, one test per rule. A backend proves itself by a
 * class of its own:
 *
 * <pre>{@code
 * class MyRepositoryJdbcTest extends JdbcContract {
 *     @Override
 *     protected JdbcFixture fixture() {
 *         return MyFixture.INSTANCE;
 *     }
 * }
 * }</pre>
 */
public abstract class JdbcContract {
    /** For subclasses. */
    protected JdbcContract() {}

    /** Returns the way to the database under test; asked once for each test. */
    protected abstract JdbcFixture fixture();

    @Nested
    @DisplayName("A transaction of the host")
    class Join extends JoinContract {
        Join() {
            super(JdbcContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("A connection")
    class Connections extends ConnectionContract {
        Connections() {
            super(JdbcContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("The statements")
    class Statements extends StatementContract {
        Statements() {
            super(JdbcContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("A rule of the host's database")
    class Refusals extends RefusalContract {
        Refusals() {
            super(JdbcContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("With what a host adds to the table,")
    class HostRules extends HostRulesContract {
        HostRules() {
            super(JdbcContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("The rows")
    class Rows extends RowContract {
        Rows() {
            super(JdbcContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("With the optional indexes, a query")
    class IndexedQueries extends IndexedQueryContract {
        IndexedQueries() {
            super(JdbcContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("Threads")
    class Concurrency extends ConcurrencyContract {
        Concurrency() {
            super(JdbcContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("A walk among writers")
    class Walks extends WalkContract {
        Walks() {
            super(JdbcContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("A listener")
    class Retries extends RetryContract {
        Retries() {
            super(JdbcContract.this.fixture());
        }
    }
}
