package io.archivero.jdbc.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.testkit.EmbeddedPostgres;
import io.archivero.testkit.InterruptedCallers;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An interrupted thread harms nobody, itself included. */
class PostgresInterruptTest {
    private static final int STEPS = Integer.getInteger("archivero.interrupt.steps", 25);

    @Test
    @DisplayName("threads interrupted at random moments, also while they wait for a connection, fail for nobody else")
    void atRandom() throws Exception {
        var settings = new HikariConfig();
        settings.setDataSource(EmbeddedPostgres.freshDatabase());
        settings.setMaximumPoolSize(3); // fewer than callers
        try (var pool = new HikariDataSource(settings)) {
            var callers = new InterruptedCallers(PostgresDocumentRepository.create(pool), STEPS);
            System.out.println("PostgreSQL: " + callers.run(new Random(20_261_127)));
        }
    }
}
