package io.archivero.testkit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A wire to PostgreSQL that can be watched, slowed down and cut: a TCP proxy that passes on whole messages of the protocol, counts
 * them, and asks a {@link Hook} about each. What goes over the wire is not encrypted. Safe for use by many threads.
 */
public final class WireProxy implements AutoCloseable {
    /** Which way a message goes. */
    public enum Direction {
        /** From the client to the server. */
        TO_SERVER,
        /** From the server to the client. */
        TO_CLIENT
    }

    /**
     * One message of the protocol.
     *
     * @param connection the number of its connection, from 1 on in the order in which they were opened
     * @param direction which way it goes
     * @param type the letter of its type, such as {@code P} for Parse and {@code Z} for ReadyForQuery; {@link #STARTUP} for the
     *     first message of a connection, which has none
     * @param bytes all of it, letter and length included; not to be changed
     */
    public record Message(int connection, Direction direction, char type, byte[] bytes) {
        /** Stands for the letter of a message that has none: the one that opens a connection, or cancels a query of another. */
        public static final char STARTUP = '.';

        /** Shows no content: it may be a document's. */
        @Override
        public String toString() {
            return connection + " " + direction + " " + type + " " + bytes.length;
        }
    }

    /** Looks at messages before they are passed on. */
    @FunctionalInterface
    public interface Hook {
        /**
         * Returns how many bytes of the message to pass on. If they are not all of them, both ends of the connection are closed
         * after these. It is called by the thread that passes the message on: while it waits, nothing goes that way on that
         * connection.
         *
         * @throws InterruptedException once the proxy is closed; to a hook that waits for nothing else it is a black hole
         */
        int pass(Message message) throws InterruptedException;

        /**
         * Called once those bytes are on their way, before the connection is cut. Whoever waits here stalls it in the middle of a
         * message. Returns at once by default.
         *
         * @throws InterruptedException as above
         */
        default void beforeCut(Message message) throws InterruptedException {}
    }

    /** How a connection ends that is cut. */
    public enum Cut {
        /** As if the other end had closed it. */
        CLOSE,
        /** As if the other end, or something on the way, had forgotten it. */
        RESET
    }

    private static final char QUERY = 'Q';
    private static final char SYNC = 'S';

    private final PGSimpleDataSource server;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;
    private final AtomicIntegerArray messages = new AtomicIntegerArray(Direction.values().length);
    private final AtomicIntegerArray bytes = new AtomicIntegerArray(Direction.values().length);
    private final AtomicInteger roundTrips = new AtomicInteger();
    private volatile Hook hook = message -> message.bytes().length;
    private volatile Cut cut = Cut.CLOSE;

    private WireProxy(PGSimpleDataSource server) throws IOException {
        this.server = server;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.acceptor = start(this::accept);
    }

    /**
     * Opens a wire to the server of a DataSource.
     *
     * @throws IllegalArgumentException if it is not the driver's own, as {@link EmbeddedPostgres#freshDatabase()} returns it
     */
    public static WireProxy to(DataSource server) {
        if (!(server instanceof PGSimpleDataSource simple)) {
            throw new IllegalArgumentException("server must be the driver's own DataSource");
        }
        try {
            return new WireProxy(simple);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a DataSource whose connections go over this wire. */
    public DataSource dataSource() {
        var through = new PGSimpleDataSource();
        through.setURL(server.getURL());
        through.setUser(server.getUser());
        through.setPassword(server.getPassword());
        through.setServerNames(new String[] {entrance.getInetAddress().getHostAddress()});
        through.setPortNumbers(new int[] {entrance.getLocalPort()});
        return through;
    }

    /** Sets what looks at every message from now on. */
    public void onMessage(Hook hook) {
        this.hook = Objects.requireNonNull(hook, "hook");
    }

    /** Sets how connections end that the hook cuts from now on; {@link Cut#CLOSE} at first. */
    public void cutBy(Cut cut) {
        this.cut = Objects.requireNonNull(cut, "cut");
    }

    /** Closes every connection, stalled or not, and goes on taking new ones. */
    public void disconnect() {
        sockets.forEach(WireProxy::quietly);
        threads.stream().filter(thread -> thread != acceptor).forEach(Thread::interrupt);
    }

    /** Starts counting from zero again. */
    public void reset() {
        for (int i = 0; i < messages.length(); i++) {
            messages.set(i, 0);
            bytes.set(i, 0);
        }
        roundTrips.set(0);
    }

    /** Returns how many messages went that way. */
    public int messages(Direction direction) {
        return messages.get(way(direction));
    }

    /** Returns how many bytes went that way. */
    public int bytes(Direction direction) {
        return bytes.get(way(direction));
    }

    /** Returns how many times a client asked and waited, however many statements it sent at once. */
    public int roundTrips() {
        return roundTrips.get();
    }

    /** Cuts every connection, and takes no more. */
    @Override
    public void close() {
        quietly(entrance);
        disconnect();
    }

    private void accept() throws IOException {
        for (int number = 1; ; number++) {
            int connection = number;
            var client = open(entrance.accept());
            var backend = open(new Socket(server.getServerNames()[0], server.getPortNumbers()[0]));
            start(() -> pump(connection, Direction.TO_SERVER, client, backend));
            start(() -> pump(connection, Direction.TO_CLIENT, backend, client));
        }
    }

    private Socket open(Socket socket) throws IOException {
        sockets.add(socket);
        socket.setTcpNoDelay(true);
        if (entrance.isClosed()) {
            socket.close();
        }
        return socket;
    }

    private Thread start(Job job) {
        var thread = new Thread(() -> {
            try {
                job.run();
            } catch (IOException | InterruptedException e) {
                // A connection has ended, or the proxy is closed: nobody is interested in how.
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        thread.setName("archivero-testkit-wire");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return thread;
    }

    /** Passes messages on until one end closes its connection or the hook has it cut, and then closes both ends. */
    private void pump(int connection, Direction direction, Socket from, Socket to)
            throws IOException, InterruptedException {
        try (from;
                to) {
            var in = new DataInputStream(new BufferedInputStream(from.getInputStream()));
            var out = new BufferedOutputStream(to.getOutputStream());
            for (boolean started = direction == Direction.TO_CLIENT; ; ) {
                var message = started
                        ? WireMessages.read(connection, direction, in)
                        : WireMessages.readStartup(connection, in, from);
                started = true;
                boolean waits = in.available() == 0;
                count(message, waits);
                int length = hook.pass(message);
                out.write(message.bytes(), 0, length);
                boolean ends = length < message.bytes().length;
                if (waits || ends) {
                    out.flush();
                }
                if (ends) {
                    hook.beforeCut(message);
                    cut(from, to);
                    return;
                }
            }
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void cut(Socket... ends) throws IOException {
        for (var end : ends) {
            if (cut == Cut.RESET) {
                end.setSoLinger(true, 0);
            }
            end.close();
        }
    }

    private static int way(Direction direction) {
        return switch (direction) {
            case TO_SERVER -> 0;
            case TO_CLIENT -> 1;
        };
    }

    /** A client asks and then waits by a Query or a Sync with nothing behind it: drivers send BEGIN as a Query of its own, but go on. */
    private void count(Message message, boolean waits) {
        int way = way(message.direction());
        messages.incrementAndGet(way);
        bytes.addAndGet(way, message.bytes().length);
        boolean asks = message.type() == QUERY || message.type() == SYNC;
        if (message.direction() == Direction.TO_SERVER && asks && waits) {
            roundTrips.incrementAndGet();
        }
    }

    private static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    /** What a thread of the proxy does. */
    @FunctionalInterface
    private interface Job {
        void run() throws IOException, InterruptedException;
    }
}
