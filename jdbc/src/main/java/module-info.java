/** The one JDBC engine that every backend shares: transactions, order, retries, mapping, migrations. */
module io.archivero.jdbc {
    requires transitive io.archivero;
    requires transitive org.jdbi.v3.core;
    requires transitive org.jdbi.v3.sqlobject;
    requires org.slf4j;
    // Jdbi needs it, but is an automatic module, and so cannot say so.
    requires io.leangen.geantyref;
    requires static transitive org.jspecify;

    exports io.archivero.jdbc;
    // Jdbi makes the DAOs and the row mapper by reflection.
    opens io.archivero.jdbc to
            org.jdbi.v3.core,
            org.jdbi.v3.sqlobject;
}
