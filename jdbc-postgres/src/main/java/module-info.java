/** Archivero on PostgreSQL. */
@SuppressWarnings("module")
module io.archivero.jdbc.postgres {
    requires transitive io.archivero.jdbc;
    requires org.postgresql.jdbc;
    requires static transitive org.jspecify;

    exports io.archivero.jdbc.postgres;

    opens io.archivero.jdbc.postgres to
            org.jdbi.v3.core,
            org.jdbi.v3.sqlobject;
}
