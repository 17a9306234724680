package io.archivero.examples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What a run of the main job, or a process, printed.
 *
 * @param exitCode what the process would return
 * @param out standard output
 * @param err standard error
 */
record Output(int exitCode, String out, String err) {
    private static final long PATIENCE_SECONDS = 120;

    /** Runs the main job in this JVM, without any environment variable. */
    static Output ofVoterCards(String... arguments) {
        return ofVoterCards(Map.of(), arguments);
    }

    static Output ofVoterCards(Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = VoterCards.run(List.of(arguments), environment, printTo(out), printTo(err));
        return new Output(exitCode, text(out), text(err));
    }

    /** Runs the command line for documents in this JVM, where nobody looks. */
    static Output ofDocuments(String input, LongSupplier ticker, List<String> arguments) {
        return ofDocuments(input, ticker, false, arguments);
    }

    static Output ofDocuments(String input, LongSupplier ticker, boolean interactive, List<String> arguments) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = DocumentsCli.run(arguments, new Terminal(in, printTo(out), printTo(err), interactive, ticker));
        return new Output(exitCode, text(out), text(err));
    }

    /** Returns what a piece of code prints. */
    static String of(Consumer<PrintStream> code) {
        var out = new ByteArrayOutputStream();
        code.accept(printTo(out));
        return text(out);
    }

    /** Runs a process to its end. */
    static Output of(ProcessBuilder builder) throws IOException, InterruptedException {
        var out = Files.createTempFile("archivero-out", ".txt");
        var err = Files.createTempFile("archivero-err", ".txt");
        try {
            var process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + PATIENCE_SECONDS + " s: " + Files.readString(err));
            }
            return new Output(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static PrintStream printTo(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
