package io.archivero.jdbc.postgres;

import io.archivero.testkit.DocumentRepositoryLaws;
import io.archivero.testkit.StoreFixture;

class PostgresProperties extends DocumentRepositoryLaws {
    @Override
    protected StoreFixture fixture() {
        return PostgresFixture.INSTANCE;
    }
}
