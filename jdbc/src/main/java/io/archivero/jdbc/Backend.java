package io.archivero.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one database adds to the shared engine.
 *
 * @param name the database's name, for messages
 * @param dao its statements
 * @param migrations the text of its numbered scripts, the first being number 1
 * @param columnTypes how the database calls the types that the scripts use, for checking a table
 * @param inspection what must be true of the database before the library works on it
 * @param afterCommit what makes a committed transaction last; by default nothing
 */
public record Backend(
        String name,
        Class<? extends DocumentDao> dao,
        List<String> migrations,
        Map<TableColumn.Type, String> columnTypes,
        Step inspection,
        Step afterCommit) {

    /** Something done with the statements of one connection. */
    @FunctionalInterface
    public interface Step {
        /** Does nothing. */
        Step NONE = dao -> {};

        /** Does it. */
        void run(DocumentDao dao) throws SQLException;
    }

    /** Copies the collections; refuses nulls. */
    public Backend {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(dao, "dao");
        migrations = List.copyOf(migrations);
        columnTypes = Map.copyOf(columnTypes);
        Objects.requireNonNull(inspection, "inspection");
        Objects.requireNonNull(afterCommit, "afterCommit");
    }

    /** Returns the version of the table that this library works with. */
    int version() {
        return migrations.size();
    }
}
