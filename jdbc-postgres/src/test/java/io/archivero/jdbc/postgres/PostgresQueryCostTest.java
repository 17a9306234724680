package io.archivero.jdbc.postgres;

import io.archivero.testkit.LargeStore;
import io.archivero.testkit.QueryCostContract;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

class PostgresQueryCostTest {
    @Nested
    @DisplayName("With plans that know the values")
    class Custom extends Cost {
        Custom() {
            super("force_custom_plan");
        }
    }

    @Nested
    @DisplayName("With plans that do not")
    class Generic extends Cost {
        Generic() {
            super("force_generic_plan");
        }
    }

    private abstract static class Cost extends QueryCostContract {
        private final String planCacheMode;

        Cost(String planCacheMode) {
            this.planCacheMode = planCacheMode;
        }

        @Override
        protected LargeStore store() throws SQLException {
            return new PostgresLargeStore(planCacheMode);
        }

        @Override
        protected boolean hasMetadataIndex() {
            return true;
        }
    }
}
