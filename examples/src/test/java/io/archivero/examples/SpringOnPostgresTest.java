package io.archivero.examples;

import org.junit.jupiter.api.DisplayName;

@DisplayName("A transaction that Spring runs by annotation, on PostgreSQL and HikariCP,")
class SpringOnPostgresTest extends SpringTransactions {
    SpringOnPostgresTest() {
        super(SpringHost.OnPostgres.class);
    }
}
