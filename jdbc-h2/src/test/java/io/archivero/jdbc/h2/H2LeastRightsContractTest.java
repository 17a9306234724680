package io.archivero.jdbc.h2;

import io.archivero.testkit.DocumentRepositoryContract;
import io.archivero.testkit.StoreFixture;

class H2LeastRightsContractTest extends DocumentRepositoryContract {
    @Override
    protected StoreFixture fixture() {
        return LeastRightsFixture.INSTANCE;
    }
}
