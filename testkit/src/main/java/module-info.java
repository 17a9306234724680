/** What proves a backend of Archivero right, and what a host's own tests can use: stores, fakes, arbitraries, databases. */
module io.archivero.testkit {
    requires transitive io.archivero;
    requires transitive java.sql;
    requires transitive net.jqwik.api;
    requires transitive org.junit.jupiter.api;
    requires static org.postgresql.jdbc;
    requires static transitive org.jspecify;

    exports io.archivero.testkit;
    exports io.archivero.testkit.history;
    exports io.archivero.testkit.rivals;

    opens io.archivero.testkit; // to whatever runs the tests
}
