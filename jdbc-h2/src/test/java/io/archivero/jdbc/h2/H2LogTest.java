package io.archivero.jdbc.h2;

import io.archivero.testkit.LogContract;
import io.archivero.testkit.StoreFixture;

class H2LogTest extends LogContract {
    @Override
    protected StoreFixture fixture() {
        return H2Fixture.INSTANCE;
    }
}
