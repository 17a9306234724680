package io.archivero.jdbc.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.testkit.CrashChild;
import java.util.List;

/** A process that writes to a database, and says so on its standard output, until it is killed. */
final class CrashingWriter {
    private CrashingWriter() {}

    /** Takes the URL and the lanes. */
    public static void main(String[] arguments) throws InterruptedException {
        var settings = new HikariConfig();
        settings.setJdbcUrl(arguments[0]);
        settings.setMaximumPoolSize(2);
        try (var pool = new HikariDataSource(settings)) {
            CrashChild.work(
                    PostgresDocumentRepository.create(pool), List.of(arguments).subList(1, arguments.length));
        }
    }
}
