package io.archivero.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * An array bound straight to a statement: Jdbi's own arrays travel as objects, which drivers send far more slowly.
 *
 * @param array the array, made by the connection of the statement
 */
public record ArrayArgument(Array array) implements Argument {
    /** Makes an array of texts. */
    public static ArrayArgument ofText(Connection connection, Collection<String> elements) throws SQLException {
        return new ArrayArgument(connection.createArrayOf("varchar", elements.toArray(String[]::new)));
    }

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
        statement.setArray(position, array);
    }
}
