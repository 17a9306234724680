package io.archivero.testkit;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Where {@link EmbeddedPostgres} gets databases from. */
interface PostgresServer {
    DataSource freshDatabase() throws SQLException;
}
