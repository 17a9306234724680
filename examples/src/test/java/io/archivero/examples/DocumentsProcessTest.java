package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.jdbc.h2.H2DocumentRepository;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line in a process of its own: what it takes of memory, and how it ends when it is told to. */
@DisplayName("The process of the command line for documents")
class DocumentsProcessTest {
    private static final int PATIENCE_SECONDS = 120;
    /** What the parsed items of the input take is several times the heap. */
    private static final int MANY = 12_000;

    private static final String SMALL_HEAP = "-Xmx32m";
    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path directory;

    @Test
    @DisplayName("imports and exports many documents in a small heap")
    void constantMemory() throws Exception {
        var input = directory.resolve("cards.jsonl");
        try (var out = Files.newBufferedWriter(input)) {
            VoterCardLines.write(MANY, out);
        }
        var imported = end(start(
                "import",
                "--connections",
                "2",
                "--durability",
                "process-crash",
                "--refused",
                path("refused"),
                path("cards.jsonl")));
        assertEquals(0, imported.exitCode(), imported.err());
        assertTrue(imported.out().contains("created          12,000"), imported.out());
        var exported = end(start("export", path("export.jsonl")));
        assertEquals(0, exported.exitCode(), exported.err());
        assertEquals(sorted(input), sorted(directory.resolve("export.jsonl")));
    }

    @Test
    @DisplayName("ends cleanly when it is told to in the middle of its work, and says where to go on")
    void stopped() throws Exception {
        var process = start("import", "--connections", "2", "--refused", path("refused"), "-");
        long from = 0;
        try (var in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
            VoterCardLines.write(2_000, in);
            process.toHandle().destroy(); // not -9, and without closing the pipe
            writeUntilNobodyReads(in);
            from = resumePoint(end(process));
        } catch (IOException brokenPipe) {
            from = resumePoint(end(process));
        }
        assertEquals(from, stored(), Files.readString(directory.resolve("out")));
        assertTrue(from > 0);
    }

    @Test
    @DisplayName("ends cleanly when it is told to while it waits for its input")
    void stoppedWhileWaiting() throws Exception {
        var process = start("import", "--refused", path("refused"), "-");
        try (var in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
            VoterCardLines.write(2_000, in);
            in.flush();
            process.toHandle().destroy();
            long from = resumePoint(end(process));
            assertEquals(from, stored());
            assertTrue(from > 0);
        }
    }

    private static void writeUntilNobodyReads(Writer in) throws IOException {
        var line = new StringWriter();
        VoterCardLines.write(1, line);
        while (true) {
            in.write(line.toString());
        }
    }

    private long stored() {
        try (var repository = H2DocumentRepository.open(directory.resolve("documents"))) {
            return repository.count(Environment.LIVE, DocumentQuery.all());
        }
    }

    private static long resumePoint(Output output) {
        assertEquals(TERMINATED, output.exitCode(), output.err());
        var said = Pattern.compile("interrupted after [\\d,]+ lines .*to go on: --from (\\d+)\n", Pattern.DOTALL)
                .matcher(output.out());
        assertTrue(said.find(), output.out() + output.err());
        return Long.parseLong(said.group(1));
    }

    private static List<String> sorted(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.sorted().toList();
        }
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private Process start(String command, String... arguments) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                SMALL_HEAP,
                "-cp",
                classPath(),
                DocumentsCli.class.getName(),
                command,
                "--environment",
                "live",
                "--h2",
                path("documents")));
        Stream.of(arguments).forEach(line::add);
        return new ProcessBuilder(line)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private Output end(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + PATIENCE_SECONDS + " s");
        }
        return new Output(
                process.exitValue(),
                Files.readString(directory.resolve("out")),
                Files.readString(directory.resolve("err")));
    }

    /** What the command needs at run time; the build writes the list. */
    private static String classPath() throws IOException {
        var dependencies =
                Files.readString(Path.of("target", "runtime-path.txt")).strip();
        return Path.of("target", "classes") + File.pathSeparator + dependencies;
    }
}
