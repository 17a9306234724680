/** A modular host. */
@SuppressWarnings("requires-automatic")
module sample.host {
    requires io.archivero.jdbc.h2;
    requires io.archivero.jdbc.postgres;
    requires io.archivero.micrometer;
    requires org.postgresql.jdbc;
}
