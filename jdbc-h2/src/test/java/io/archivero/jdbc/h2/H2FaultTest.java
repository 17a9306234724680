package io.archivero.jdbc.h2;

import io.archivero.testkit.FaultContract;
import io.archivero.testkit.JdbcFixture;

class H2FaultTest extends FaultContract {
    private static final H2Fixture FIXTURE = H2Fixture.hasty();

    @Override
    protected JdbcFixture fixture() {
        return FIXTURE;
    }
}
