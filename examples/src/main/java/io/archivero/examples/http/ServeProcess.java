package io.archivero.examples.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The endpoint in a process of its own, on this machine. */
final class ServeProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final String LISTENING = "listening on http://";

    private final Process process;
    private final BufferedReader out;

    private ServeProcess(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    /** Starts it in a directory, where its configuration is written to. */
    static ServeProcess start(String classPath, Path directory, String configuration) throws IOException {
        var file = Files.writeString(directory.resolve("endpoint.properties"), configuration);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ServeProcess(
                new ProcessBuilder(List.of(java, "-cp", classPath, Serve.class.getName(), file.toString()))
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start());
    }

    /**
     * Returns the address from the first line of its output.
     *
     * @throws IOException if it says something else
     */
    InetSocketAddress awaitAddress() throws IOException {
        var line = out.readLine();
        if (line == null || !line.startsWith(LISTENING)) {
            throw new IOException("the endpoint does not start: " + line);
        }
        int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Asks it to stop, as an operator does (SIGTERM). {@code Process.destroy} would close its output too. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Returns what it says from here on, when it has ended. */
    List<String> awaitEnd() throws IOException, InterruptedException {
        var rest = out.lines().toList();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the endpoint does not end");
        }
        return rest;
    }

    int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
