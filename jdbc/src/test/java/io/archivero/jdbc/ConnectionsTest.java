package io.archivero.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private final List<String> calls = new ArrayList<>();
    private final SQLException first = new SQLException("first", "40001");

    @Test
    @DisplayName(
            "A connection of no more use is aborted, which no other caller waits for, and no more if that has closed it")
    void aborted() {
        Connections.evict(connection(true, Set.of()), first);
        assertEquals(List.of("abort", "isClosed"), calls);
        assertEquals(List.of(), afterwards());
    }

    @Test
    @DisplayName("A connection of no more use that survives being aborted is closed")
    void closed() {
        Connections.evict(connection(false, Set.of("abort")), first);
        assertEquals(List.of("abort", "isClosed", "unwrap", "close"), calls);
        assertEquals(List.of("SQLSTATE 08006, vendor code 7"), afterwards());
    }

    @Test
    @DisplayName("All that fails while cleaning up stays with what failed first, without its message")
    void kept() {
        Connections.evict(connection(false, Set.of("abort", "close")), first);
        Connections.close(connection(false, Set.of("close")), first);
        assertEquals(
                List.of(
                        "SQLSTATE 08006, vendor code 7",
                        "SQLSTATE 08006, vendor code 7",
                        "SQLSTATE 08006, vendor code 7"),
                afterwards());
    }

    @Test
    @DisplayName("What fails while cleaning up after work that ended well is nobody's concern")
    void nothingToKeepItWith() {
        Connections.evict(connection(false, Set.of("abort", "close")), null);
        Connections.close(connection(false, Set.of("close")), null);
        assertEquals(5, calls.size());
    }

    private List<String> afterwards() {
        return Arrays.stream(first.getSuppressed()).map(Throwable::getMessage).toList();
    }

    /** A connection that notes its calls, some of which fail. */
    private Connection connection(boolean closed, Set<String> failing) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    calls.add(method.getName());
                    if (failing.contains(method.getName())) {
                        throw new SQLException("GEHEIMNIS", "08006", 7);
                    }
                    return switch (method.getName()) {
                        case "isClosed" -> closed;
                        case "unwrap" -> self;
                        default -> null;
                    };
                });
    }
}
