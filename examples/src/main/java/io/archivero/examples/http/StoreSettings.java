package io.archivero.examples.http;

import io.archivero.ValidationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Where the documents are.
 *
 * @param place {@code memory}, {@code h2:} and a path, or a JDBC URL of PostgreSQL
 * @param user of PostgreSQL; null if the URL says it
 * @param password of PostgreSQL; null if the URL says it
 * @param level how strictly typed fields are judged
 */
record StoreSettings(
        String place, @Nullable String user, @Nullable String password, ValidationLevel level) {
    static final String MEMORY = "memory";
    static final String H2 = "h2:";
    static final String POSTGRES = "jdbc:postgresql:";

    /** Hides what may hold a password. */
    @Override
    public String toString() {
        return "StoreSettings[level=" + level + "]";
    }
}
