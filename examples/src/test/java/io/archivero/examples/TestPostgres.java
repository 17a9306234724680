package io.archivero.examples;

import io.archivero.testkit.EmbeddedPostgres;
import java.sql.SQLException;

/** The tests' PostgreSQL, as somebody on a command line would name it. */
final class TestPostgres {
    private TestPostgres() {}

    static String url() throws SQLException {
        var running = System.getProperty(EmbeddedPostgres.URL_PROPERTY, System.getenv(EmbeddedPostgres.URL_VARIABLE));
        if (running != null && !running.isBlank()) {
            return running;
        }
        try (var connection = EmbeddedPostgres.freshDatabase().getConnection()) {
            var metaData = connection.getMetaData();
            var url = metaData.getURL();
            return url + (url.contains("?") ? "&" : "?") + "user=" + metaData.getUserName();
        }
    }
}
