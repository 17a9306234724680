package io.archivero;

/** What opening a repository does about its table. */
public enum SchemaMode {
    /** Creates the table, or brings an older one up to date; then checks it like {@link #VALIDATE}. */
    MIGRATE,
    /** Changes nothing; refuses, by name, whatever differs from the table that the library needs. */
    VALIDATE,
    /** Changes and checks nothing. */
    NONE
}
