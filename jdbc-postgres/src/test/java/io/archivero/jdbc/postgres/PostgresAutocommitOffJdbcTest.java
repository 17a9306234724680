package io.archivero.jdbc.postgres;

import io.archivero.testkit.JdbcContract;
import io.archivero.testkit.JdbcFixture;

class PostgresAutocommitOffJdbcTest extends JdbcContract {
    @Override
    protected JdbcFixture fixture() {
        return PostgresFixture.AUTOCOMMIT_OFF;
    }
}
