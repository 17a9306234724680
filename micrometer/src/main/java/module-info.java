/** Calls, outcomes and retries of a repository as meters of Micrometer. */
module io.archivero.micrometer {
    requires transitive io.archivero;
    requires transitive micrometer.core;
    requires static transitive org.jspecify;

    exports io.archivero.micrometer;
}
