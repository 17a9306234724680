/** Small hosts that run. */
@SuppressWarnings("requires-automatic")
module io.archivero.examples {
    requires com.zaxxer.hikari;
    requires io.archivero;
    requires io.archivero.jdbc.h2;
    requires io.archivero.jdbc.postgres;
    requires java.net.http;
    requires java.sql;
    requires jdk.httpserver;
    requires static transitive org.jspecify;

    // Records of the host's own document types are read and validated by reflection.
    opens io.archivero.examples to
            io.archivero,
            org.hibernate.validator;
}
