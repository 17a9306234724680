package io.archivero.jdbc.postgres;

import io.archivero.testkit.rivals.RivalProcess;
import org.postgresql.ds.PGSimpleDataSource;

/** Rivals in a JVM of their own. */
final class PostgresRivalProcess {
    private PostgresRivalProcess() {}

    /** Takes what {@link RivalProcess} passes on, and the URL. */
    public static void main(String[] arguments) throws Exception {
        var database = new PGSimpleDataSource();
        database.setURL(arguments[RivalProcess.place()]);
        RivalProcess.work(
                arguments,
                tally -> PostgresDocumentRepository.builder(database)
                        .listener(tally)
                        .build());
    }
}
