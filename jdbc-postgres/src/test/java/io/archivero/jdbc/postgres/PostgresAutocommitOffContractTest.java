package io.archivero.jdbc.postgres;

import io.archivero.testkit.DocumentRepositoryContract;
import io.archivero.testkit.StoreFixture;

class PostgresAutocommitOffContractTest extends DocumentRepositoryContract {
    @Override
    protected StoreFixture fixture() {
        return PostgresFixture.AUTOCOMMIT_OFF;
    }
}
