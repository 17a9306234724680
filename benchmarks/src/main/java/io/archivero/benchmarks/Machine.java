package io.archivero.benchmarks;

import io.archivero.testkit.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.h2.engine.Constants;

/** What figures depend on. */
final class Machine {
    private Machine() {}

    /** Returns the machine and the versions. */
    static Map<String, String> describe() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("heapMegabytes", Long.toString(Runtime.getRuntime().maxMemory() >> 20));
        facts.put("h2", Constants.VERSION);
        return facts;
    }

    /** Returns the version and the settings of PostgreSQL that decide how safe a commit is. */
    static String postgres() throws SQLException {
        try (var connection = EmbeddedPostgres.freshDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select concat_ws(' ', current_setting('server_version'), 'fsync', current_setting('fsync'),
                          'synchronous_commit', current_setting('synchronous_commit'),
                          'shared_buffers', current_setting('shared_buffers'))
                        """)) {
            row.next();
            return row.getString(1);
        }
    }
}
