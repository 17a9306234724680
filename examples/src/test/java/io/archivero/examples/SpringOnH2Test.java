package io.archivero.examples;

import org.junit.jupiter.api.DisplayName;

@DisplayName("A transaction that Spring runs by annotation, on H2 and HikariCP,")
class SpringOnH2Test extends SpringTransactions {
    SpringOnH2Test() {
        super(SpringHost.OnH2.class);
    }
}
