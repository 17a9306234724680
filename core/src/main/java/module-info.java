/** Archivero's API, its batch rules, its wire format and its storage interface. */
module io.archivero {
    requires transitive java.sql;
    requires transitive jakarta.validation;
    requires com.fasterxml.uuid;
    requires org.hibernate.validator;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires static transitive org.jspecify;

    exports io.archivero;
    exports io.archivero.constraints;
    exports io.archivero.spi;
    exports io.archivero.wire;

    opens io.archivero to
            org.hibernate.validator;
    opens io.archivero.constraints to
            org.hibernate.validator;
}
