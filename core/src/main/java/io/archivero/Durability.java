package io.archivero;

/** What survives once a call has returned. Chosen on H2; on PostgreSQL {@code synchronous_commit} decides. */
public enum Durability {
    /** What a call returned is on the disk: it survives a power cut. One sync of the file per writing call. */
    POWER_LOSS,
    /** What a call returned is with the operating system: it survives {@code kill -9}, not a power cut. */
    PROCESS_CRASH,
    /** What a call returned may be lost when the process dies; the database writes when it sees fit. */
    NONE
}
