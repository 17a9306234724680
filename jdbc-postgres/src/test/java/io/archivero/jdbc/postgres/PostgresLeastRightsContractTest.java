package io.archivero.jdbc.postgres;

import io.archivero.testkit.DocumentRepositoryContract;
import io.archivero.testkit.StoreFixture;

class PostgresLeastRightsContractTest extends DocumentRepositoryContract {
    @Override
    protected StoreFixture fixture() {
        return LeastRightsFixture.INSTANCE;
    }
}
