package io.archivero.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method of JDBC, not yet made.
 *
 * @param connection the connection that it concerns
 * @param type the interface of JDBC that the object implements
 * @param target the object itself
 */
record JdbcCall(
        Connection connection,
        Class<?> type,
        Object target,
        Method method,
        @Nullable Object @Nullable [] arguments) {

    /** Returns its name, such as {@code Connection.commit}. A rollback to a savepoint is another thing than a rollback. */
    String name() {
        var name = type.getSimpleName() + "." + method.getName();
        return name.equals("Connection.rollback") && arguments != null ? name + "(Savepoint)" : name;
    }

    /** Makes the call. */
    @Nullable Object proceed() throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Closes a connection under whatever wraps it. */
    static void cut(Connection connection) throws SQLException {
        connection.unwrap(Connection.class).close();
    }
}
