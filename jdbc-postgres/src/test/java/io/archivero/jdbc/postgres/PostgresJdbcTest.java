package io.archivero.jdbc.postgres;

import io.archivero.testkit.JdbcContract;
import io.archivero.testkit.JdbcFixture;

class PostgresJdbcTest extends JdbcContract {
    @Override
    protected JdbcFixture fixture() {
        return PostgresFixture.INSTANCE;
    }
}
