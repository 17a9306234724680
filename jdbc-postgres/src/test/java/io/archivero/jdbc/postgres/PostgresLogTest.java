package io.archivero.jdbc.postgres;

import io.archivero.testkit.LogContract;
import io.archivero.testkit.StoreFixture;

class PostgresLogTest extends LogContract {
    @Override
    protected StoreFixture fixture() {
        return PostgresFixture.INSTANCE;
    }
}
