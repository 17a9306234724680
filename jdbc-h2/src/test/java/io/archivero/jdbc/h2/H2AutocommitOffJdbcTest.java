package io.archivero.jdbc.h2;

import io.archivero.testkit.JdbcContract;
import io.archivero.testkit.JdbcFixture;

class H2AutocommitOffJdbcTest extends JdbcContract {
    @Override
    protected JdbcFixture fixture() {
        return H2Fixture.AUTOCOMMIT_OFF;
    }
}
