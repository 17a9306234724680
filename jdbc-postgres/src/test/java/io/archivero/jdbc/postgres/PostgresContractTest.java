package io.archivero.jdbc.postgres;

import io.archivero.testkit.DocumentRepositoryContract;
import io.archivero.testkit.StoreFixture;

class PostgresContractTest extends DocumentRepositoryContract {
    @Override
    protected StoreFixture fixture() {
        return PostgresFixture.INSTANCE;
    }
}
