package io.archivero.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;

/** Standard input for a thread that can be interrupted while it waits, which it cannot while it reads the real one. */
final class StandardInput {
    private static final int BUFFER = 256 * 1024;

    private StandardInput() {}

    /** Returns a stream that reads another on a thread of its own, a buffer ahead. */
    static InputStream interruptible(InputStream in) throws IOException {
        var pipe = new PipedInputStream(BUFFER);
        var out = new PipedOutputStream(pipe);
        var pump = new Thread(() -> pump(in, out), "standard-input");
        pump.setDaemon(true);
        pump.start();
        return pipe;
    }

    /** Ends when the input does, or when nobody reads any more. A pump that dies without closing is an error for the reader. */
    private static void pump(InputStream in, PipedOutputStream out) {
        try {
            var buffer = new byte[BUFFER / 4];
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                out.write(buffer, 0, length);
                out.flush();
            }
            out.close();
        } catch (IOException e) {
            // the reader gets "write end dead", or has closed the pipe itself
        }
    }
}
