package io.archivero.jdbc.h2;

import io.archivero.testkit.DocumentRepositoryLaws;
import io.archivero.testkit.StoreFixture;

class H2Properties extends DocumentRepositoryLaws {
    @Override
    protected StoreFixture fixture() {
        return H2Fixture.INSTANCE;
    }
}
