package io.archivero.jdbc;

import java.util.List;

/**
 * A column that the table of documents must have.
 *
 * @param name its name
 * @param type its type
 * @param length how many UTF-16 units it must hold at least; 0 for other than text
 */
public record TableColumn(String name, Type type, int length) {
    /** The types that the scripts use; each database has a name of its own for them. */
    public enum Type {
        /** Text of variable length. */
        TEXT,
        /** A UUID. */
        UUID,
        /** A whole number of 64 bits. */
        LONG,
        /** A day. */
        DATE,
        /** An instant with microseconds. */
        INSTANT
    }

    /** All columns of the newest version of the table. A code point may take two UTF-16 units. */
    static final List<TableColumn> ALL = List.of(
            text("environment", 4),
            text("external_id", 510),
            new TableColumn("id", Type.UUID, 0),
            new TableColumn("client_id", Type.UUID, 0),
            text("scope", 2),
            text("type", 64),
            text("category", 13),
            text("content_type", 15),
            text("filename", 510),
            new TableColumn("size", Type.LONG, 0),
            text("storage_path", 2_048),
            new TableColumn("expires_at", Type.DATE, 0),
            text("fields", 65_536),
            text("metadata", 65_536),
            text("status", 14),
            new TableColumn("verified_at", Type.INSTANT, 0),
            text("verified_by", 510),
            text("rejection_reason", 2_048),
            new TableColumn("reviewed_at", Type.INSTANT, 0),
            text("reviewed_by", 510),
            new TableColumn("created_at", Type.INSTANT, 0),
            new TableColumn("updated_at", Type.INSTANT, 0),
            new TableColumn("version", Type.LONG, 0),
            new TableColumn("source_version", Type.LONG, 0));

    private static TableColumn text(String name, int length) {
        return new TableColumn(name, Type.TEXT, length);
    }
}
