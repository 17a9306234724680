package io.archivero.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands before a connection, and before all that comes from it: every call passes one gate. */
final class JdbcProxy implements InvocationHandler {
    /** Sees a call, and makes it or not. */
    interface Gate {
        @Nullable Object pass(JdbcCall call) throws Throwable;
    }

    /** A more special interface goes before the one that it extends. */
    private static final List<Class<?>> TYPES = List.of(
            Connection.class,
            CallableStatement.class,
            PreparedStatement.class,
            Statement.class,
            ResultSet.class,
            ResultSetMetaData.class,
            DatabaseMetaData.class,
            Array.class);

    private final Connection connection;
    private final Class<?> type;
    private final Object target;
    private final @Nullable Object parent;
    private final Gate gate;

    private JdbcProxy(Connection connection, Class<?> type, Object target, @Nullable Object parent, Gate gate) {
        this.connection = connection;
        this.type = type;
        this.target = target;
        this.parent = parent;
        this.gate = gate;
    }

    /** Puts a gate before a connection. */
    static Connection of(Connection connection, Gate gate) {
        return (Connection) new JdbcProxy(connection, Connection.class, connection, null, gate).proxy();
    }

    private Object proxy() {
        return Proxy.newProxyInstance(JdbcProxy.class.getClassLoader(), new Class<?>[] {type}, this);
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && self == arguments[0];
                case "hashCode" -> System.identityHashCode(self);
                default -> "proxy of " + type.getSimpleName();
            };
        }
        var result = gate.pass(new JdbcCall(connection, type, target, method, bare(arguments)));
        return result == null || method.getName().equals("unwrap") ? result : wrapped(self, result);
    }

    /** Whoever asks for where an object came from gets the one with the gate. */
    private Object wrapped(Object self, Object result) {
        if (result instanceof Connection) {
            return ancestor(Connection.class);
        }
        if (result instanceof Statement && type == ResultSet.class) {
            return ancestor(Statement.class);
        }
        for (var each : TYPES) {
            if (each.isInstance(result)) {
                return new JdbcProxy(connection, each, result, self, gate).proxy();
            }
        }
        return result;
    }

    private Object ancestor(Class<?> wanted) {
        Object ancestor = parent;
        while (ancestor != null && !wanted.isInstance(ancestor)) {
            ancestor = ((JdbcProxy) Proxy.getInvocationHandler(ancestor)).parent;
        }
        if (ancestor == null) {
            throw new IllegalStateException("no " + wanted.getSimpleName() + " is behind this " + type.getSimpleName());
        }
        return ancestor;
    }

    /** Drivers want their own objects back. */
    private static @Nullable Object @Nullable [] bare(@Nullable Object @Nullable [] arguments) {
        if (arguments == null) {
            return null;
        }
        var bare = arguments.clone();
        for (int i = 0; i < bare.length; i++) {
            if (bare[i] instanceof Array array
                    && Proxy.isProxyClass(array.getClass())
                    && Proxy.getInvocationHandler(array) instanceof JdbcProxy proxy) {
                bare[i] = proxy.target;
            }
        }
        return bare;
    }
}
