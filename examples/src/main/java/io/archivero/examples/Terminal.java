package io.archivero.examples;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * Where a command reads, prints and looks at the time.
 *
 * @param in standard input
 * @param out standard output, for results, in UTF-8
 * @param err standard error, for progress and complaints
 * @param interactive whether somebody is looking, so that a line may be drawn over
 * @param ticker elapsed time in nanoseconds
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive, LongSupplier ticker) {
    /** Returns the process's own. Somebody looks if it has a console, which since Java 22 is told of real ones only to whoever asks for it. */
    @SuppressWarnings("SystemConsoleNull") // this console is null where there is none
    static Terminal system() {
        System.setProperty("jdk.console", "java.base");
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        return new Terminal(System.in, out, System.err, System.console() != null, System::nanoTime);
    }
}
