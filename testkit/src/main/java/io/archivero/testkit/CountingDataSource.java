package io.archivero.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A DataSource that counts what is done through it: connections, statements, transactions. The connections and statements
 * that it hands out unwrap to the real ones. Safe for use by many threads, as far as the DataSource behind it is.
 */
public final class CountingDataSource extends DelegatingDataSource {
    private enum Event {
        BORROWED,
        RETURNED,
        PREPARED,
        EXECUTED,
        BATCH,
        COMMIT,
        ROLLBACK
    }

    private static final Set<String> BATCHES = Set.of("executeBatch", "executeLargeBatch");

    private final Map<Event, AtomicInteger> counts = new EnumMap<>(Event.class);
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

    /** Counts what goes to that DataSource. */
    public CountingDataSource(DataSource dataSource) {
        super(dataSource);
        for (var event : Event.values()) {
            counts.put(event, new AtomicInteger());
        }
    }

    /** Starts from zero again. */
    public void reset() {
        counts.values().forEach(counter -> counter.set(0));
        statements.clear();
    }

    /** Returns how many connections were handed out. */
    public int borrowed() {
        return count(Event.BORROWED);
    }

    /** Returns how many of them came back; one that is closed twice counts once. */
    public int returned() {
        return count(Event.RETURNED);
    }

    /** Returns how many statements were prepared. */
    public int prepared() {
        return count(Event.PREPARED);
    }

    /** Returns how many times a statement was executed; a JDBC batch counts once. */
    public int executed() {
        return count(Event.EXECUTED);
    }

    /** Returns how many of the executions were JDBC batches. */
    public int batches() {
        return count(Event.BATCH);
    }

    /** Returns how many times {@code commit} was called. */
    public int commits() {
        return count(Event.COMMIT);
    }

    /** Returns how many times {@code rollback} was called, whole or to a savepoint. */
    public int rollbacks() {
        return count(Event.ROLLBACK);
    }

    /** Returns the SQL of every execution, in order; for a batch of plain statements, an empty text. */
    public List<String> statements() {
        synchronized (statements) {
            return List.copyOf(statements);
        }
    }

    @Override
    Connection changed(Connection connection) {
        note(Event.BORROWED);
        var closed = new AtomicBoolean();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "close" -> {
                    if (closed.compareAndSet(false, true)) {
                        note(Event.RETURNED);
                    }
                }
                case "commit" -> note(Event.COMMIT);
                case "rollback" -> note(Event.ROLLBACK);
                case "prepareStatement", "prepareCall" -> note(Event.PREPARED);
                default -> {}
            }
            var result = call(connection, method, arguments);
            return result instanceof Statement statement ? counted(statement, (Connection) proxy, arguments) : result;
        });
    }

    private Statement counted(Statement statement, Connection connection, Object @Nullable [] preparation) {
        var prepared = preparation != null && preparation[0] instanceof String sql ? sql : "";
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return connection;
            }
            if (method.getName().startsWith("execute")) {
                note(Event.EXECUTED);
                statements.add(arguments != null && arguments[0] instanceof String sql ? sql : prepared);
            }
            if (BATCHES.contains(method.getName())) {
                note(Event.BATCH);
            }
            return call(statement, method, arguments);
        };
        if (statement instanceof CallableStatement) {
            return proxy(CallableStatement.class, handler);
        }
        return statement instanceof PreparedStatement
                ? proxy(PreparedStatement.class, handler)
                : proxy(Statement.class, handler);
    }

    private int count(Event event) {
        return counter(event).get();
    }

    private void note(Event event) {
        counter(event).incrementAndGet();
    }

    private AtomicInteger counter(Event event) {
        return Objects.requireNonNull(counts.get(event), "every event has a counter");
    }

    /** Equality is the proxy's own: it must equal itself, or a host's set of connections would not find it again. */
    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        InvocationHandler withEquality = (proxy, method, arguments) -> switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> handler.invoke(proxy, method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, withEquality));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
