package io.archivero.jdbc.postgres;

import io.archivero.testkit.FaultContract;
import io.archivero.testkit.JdbcFixture;

class PostgresFaultTest extends FaultContract {
    private static final PostgresFixture FIXTURE = PostgresFixture.hasty();

    @Override
    protected JdbcFixture fixture() {
        return FIXTURE;
    }
}
