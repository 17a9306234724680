package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.testkit.WireProxy.Cut;
import io.archivero.testkit.WireProxy.Direction;
import io.archivero.testkit.WireProxy.Hook;
import io.archivero.testkit.WireProxy.Message;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class WireProxyTest {
    private static final char PARSE = 'P';
    private static final char DATA_ROW = 'D';
    private static final int END = -1;
    private static final int RESET = -2;

    private final WireProxy wire = WireProxy.to(EmbeddedPostgres.freshDatabase());

    @AfterEach
    void close() {
        wire.close();
    }

    private static int select(Connection connection, int number) throws SQLException {
        try (var statement = connection.prepareStatement("select ?::int")) {
            statement.setInt(1, number);
            try (var row = statement.executeQuery()) {
                assertTrue(row.next());
                return row.getInt(1);
            }
        }
    }

    @Test
    @DisplayName("passes on what is asked and answered, and counts it")
    void counts() throws SQLException {
        try (var connection = wire.dataSource().getConnection()) {
            wire.reset();
            assertEquals(7, select(connection, 7));
            // Parse, Bind, Describe, Execute, Sync
            assertEquals(5, wire.messages(Direction.TO_SERVER));
            // ParseComplete, BindComplete, RowDescription, DataRow, CommandComplete, ReadyForQuery
            assertEquals(6, wire.messages(Direction.TO_CLIENT));
            assertEquals(1, wire.roundTrips());
            assertTrue(wire.bytes(Direction.TO_SERVER) > 5 * 5);
            assertTrue(wire.bytes(Direction.TO_CLIENT) > 6 * 5);
        }
    }

    @Test
    @DisplayName("knows that a transaction begins together with its first statement, and that its end is a round trip")
    void transaction() throws SQLException {
        try (var connection = wire.dataSource().getConnection()) {
            wire.reset();
            connection.setAutoCommit(false);
            assertEquals(0, wire.roundTrips());
            select(connection, 1);
            assertEquals(1, wire.roundTrips());
            connection.commit();
            assertEquals(2, wire.roundTrips());
            connection.setAutoCommit(true);
            assertEquals(2, wire.roundTrips());
        }
    }

    @Test
    @DisplayName("numbers connections, and tells the types of messages")
    void tells() throws SQLException {
        var types = new StringBuffer();
        wire.onMessage(message -> {
            if (message.connection() == 2) {
                types.append(message.type());
            }
            return message.bytes().length;
        });
        try (var one = wire.dataSource().getConnection();
                var two = wire.dataSource().getConnection()) {
            select(one, 1);
            types.setLength(0);
            select(two, 2);
            assertTrue(types.indexOf("P") < types.indexOf("Z"), types.toString());
            assertEquals("PBDES".length() + "12TDCZ".length(), types.length());
        }
    }

    @Test
    @DisplayName("cuts a connection in the middle of a message, and no other one")
    void cuts() throws SQLException {
        try (var one = wire.dataSource().getConnection();
                var two = wire.dataSource().getConnection()) {
            wire.onMessage(message -> message.connection() == 1 && message.type() == DATA_ROW
                    ? message.bytes().length / 2
                    : message.bytes().length);
            var failure = assertThrows(SQLException.class, () -> select(one, 1));
            assertEquals("08006", failure.getSQLState());
            assertEquals(2, select(two, 2));
        }
    }

    @Test
    @DisplayName("resets a connection instead of closing it, if told so")
    void resets() throws IOException {
        var endings = new ArrayList<Integer>();
        for (var cut : Cut.values()) {
            wire.cutBy(cut);
            wire.onMessage(message -> 0);
            endings.add(ending());
        }
        assertEquals(List.of(END, RESET), endings);
    }

    /** Opens a connection, asks to log on, and tells how it ends. */
    private int ending() throws IOException {
        var address = (PGSimpleDataSource) wire.dataSource();
        try (var socket = new Socket(address.getServerNames()[0], address.getPortNumbers()[0])) {
            socket.getOutputStream().write(ByteBuffer.allocate(8).putInt(8).array());
            return socket.getInputStream().read();
        } catch (SocketException reset) {
            return RESET;
        }
    }

    @Test
    @DisplayName("ends every connection, stalled or not, and takes new ones")
    void disconnects() throws Exception {
        var reached = new CountDownLatch(1);
        var thread = Executors.newSingleThreadExecutor();
        try (var connection = wire.dataSource().getConnection()) {
            wire.onMessage(new Hook() {
                @Override
                public int pass(Message message) {
                    return message.connection() == 1 && message.type() == DATA_ROW ? 3 : message.bytes().length;
                }

                @Override
                public void beforeCut(Message message) throws InterruptedException {
                    reached.countDown();
                    new CountDownLatch(1).await();
                }
            });
            var answer = thread.submit(() -> select(connection, 1));
            assertTrue(reached.await(30, TimeUnit.SECONDS));
            assertFalse(answer.isDone());
            wire.disconnect();
            assertThrows(ExecutionException.class, () -> answer.get(30, TimeUnit.SECONDS));
            try (var another = wire.dataSource().getConnection()) {
                assertEquals(2, select(another, 2));
            }
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    @DisplayName("is a black hole where its hook waits, until it is closed")
    void holds() throws Exception {
        var reached = new CountDownLatch(1);
        var thread = Executors.newSingleThreadExecutor();
        try (var connection = wire.dataSource().getConnection()) {
            wire.onMessage(message -> {
                if (message.type() == PARSE) {
                    reached.countDown();
                    new CountDownLatch(1).await();
                }
                return message.bytes().length;
            });
            var answer = thread.submit(() -> select(connection, 1));
            assertTrue(reached.await(30, TimeUnit.SECONDS));
            assertFalse(answer.isDone());
            wire.close();
            assertThrows(ExecutionException.class, () -> answer.get(30, TimeUnit.SECONDS));
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    @DisplayName("takes no connection once it is closed")
    void closed() {
        wire.close();
        assertThrows(SQLException.class, () -> wire.dataSource().getConnection());
    }
}
