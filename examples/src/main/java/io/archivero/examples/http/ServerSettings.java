package io.archivero.examples.http;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * How the server works.
 *
 * @param address where it listens; port 0 for any that is free
 * @param bounds how much it takes
 * @param deadlines how long it waits
 */
record ServerSettings(InetSocketAddress address, Bounds bounds, Deadlines deadlines) {
    /**
     * How much the endpoint takes.
     *
     * @param bodyBytes the most that a body may have
     * @param headerBytes the most that the request line and the headers may have together
     * @param connections the most that are open at once; further ones are closed
     * @param requests the most that are in the store at once
     */
    record Bounds(int bodyBytes, int headerBytes, int connections, int requests) {
        static final Bounds DEFAULT = new Bounds(8 * 1024 * 1024, 16 * 1024, 512, 16);
    }

    /**
     * How long the endpoint waits.
     *
     * @param turn for a place among the requests in the store, before it answers 429
     * @param request for a request to arrive whole, before it closes the connection
     * @param response for the answer to be made and taken by the client, before it closes the connection
     * @param stop for running requests when it is told to stop
     */
    record Deadlines(Duration turn, Duration request, Duration response, Duration stop) {
        static final Deadlines DEFAULT = new Deadlines(
                Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(30));
    }

    /**
     * Sets the properties by which the JDK's server is limited: it has no other way, and reads them once, before the first server
     * of the process. What the command line says stands.
     */
    void applyToJdk() {
        set("sun.net.httpserver.maxReqTime", deadlines.request().toSeconds());
        set("sun.net.httpserver.maxRspTime", deadlines.response().toSeconds());
        set("sun.net.httpserver.maxReqHeaderSize", bounds.headerBytes());
        set("sun.net.httpserver.maxReqHeaders", MOST_HEADERS);
        set("sun.net.httpserver.maxIdleConnections", bounds.connections());
        set("jdk.httpserver.maxConnections", bounds.connections());
        set("sun.net.httpserver.drainAmount", DRAINED_BYTES);
        set("sun.net.httpserver.clockTick", TICK_MILLIS);
        setIfAbsent("sun.net.httpserver.nodelay", "true");
    }

    private static final int MOST_HEADERS = 100;
    /** How much of a refused body is thrown away, so that a client which does not listen while it sends still hears the answer. */
    private static final int DRAINED_BYTES = 1024 * 1024;
    /** How often connections that never sent anything are looked for. */
    private static final int TICK_MILLIS = 1_000;

    private static void set(String name, long value) {
        setIfAbsent(name, Long.toString(value));
    }

    private static void setIfAbsent(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
