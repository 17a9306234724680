package io.archivero.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What one database adds to the shared engine.
 *
 * @param name the database's name, for messages
 * @param dao its statements
 * @param statements makes those that every batch runs, given what fills in the names of the tables
 * @param migrations the text of its numbered scripts, the first being number 1
 * @param columnTypes how the database calls the types that the scripts use, for checking a table
 * @param inspection what must be true of the database before the library works on it
 */
public record Backend(
        String name,
        Class<? extends DocumentDao> dao,
        Function<UnaryOperator<String>, BatchStatements> statements,
        List<String> migrations,
        Map<TableColumn.Type, String> columnTypes,
        Step inspection) {

    /** Something done with the statements of one connection. */
    @FunctionalInterface
    public interface Step {
        /** Does it. */
        void run(DocumentDao dao) throws SQLException;
    }

    /** Copies the collections; refuses nulls. */
    public Backend {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(dao, "dao");
        Objects.requireNonNull(statements, "statements");
        migrations = List.copyOf(migrations);
        columnTypes = Map.copyOf(columnTypes);
        Objects.requireNonNull(inspection, "inspection");
    }

    /** Returns the version of the table that this library works with. */
    int version() {
        return migrations.size();
    }
}
