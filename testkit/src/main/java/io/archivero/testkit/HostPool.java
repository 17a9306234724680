package io.archivero.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/**
 * Stands for the pool of a host that set its connections up in its own way: it lends them so, looks whether they come back so,
 * and rolls back what was left uncommitted, as pools do.
 */
final class HostPool extends DelegatingDataSource {
    /** How the host sets a connection up. */
    interface Setup {
        void apply(Connection connection) throws SQLException;
    }

    private final Setup setup;
    private final List<ConnectionState> lent = Collections.synchronizedList(new ArrayList<>());
    private final List<ConnectionState> returned = Collections.synchronizedList(new ArrayList<>());

    HostPool(DataSource dataSource, Setup setup) {
        super(dataSource);
        this.setup = setup;
    }

    /** Returns the state of each connection when it was lent. */
    List<ConnectionState> lent() {
        return List.copyOf(lent);
    }

    /** Returns the state of each connection when it came back. */
    List<ConnectionState> returned() {
        return List.copyOf(returned);
    }

    @Override
    Connection changed(Connection connection) throws SQLException {
        setup.apply(connection);
        lent.add(ConnectionState.of(connection));
        var proxy = Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        takeBack(connection);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (Connection) proxy;
    }

    private void takeBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            returned.add(ConnectionState.of(connection));
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }
}
