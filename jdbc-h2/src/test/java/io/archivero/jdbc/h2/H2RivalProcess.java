package io.archivero.jdbc.h2;

import io.archivero.Durability;
import io.archivero.testkit.rivals.RivalProcess;
import org.h2.jdbcx.JdbcConnectionPool;

/** Rivals in a JVM of their own, over a database that another JVM serves. */
final class H2RivalProcess {
    private H2RivalProcess() {}

    /** Takes what {@link RivalProcess} passes on, and the URL. */
    public static void main(String[] arguments) throws Exception {
        var pool = JdbcConnectionPool.create(arguments[RivalProcess.place()], "sa", "");
        RivalProcess.work(
                arguments,
                tally -> H2DocumentRepository.builder(pool)
                        .durability(Durability.PROCESS_CRASH)
                        .listener(tally)
                        .build());
    }
}
