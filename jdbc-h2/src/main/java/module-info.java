/** Archivero on H2, inside the process. */
@SuppressWarnings("module")
module io.archivero.jdbc.h2 {
    requires transitive io.archivero.jdbc;
    requires com.h2database;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.archivero.jdbc.h2;

    opens io.archivero.jdbc.h2 to
            org.jdbi.v3.core,
            org.jdbi.v3.sqlobject;
}
