package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command line for documents")
class DocumentsCliTest {
    private static final String ANA = "0b8c8b51-5c0e-4b6c-9f41-2f1d35a3f6a7";

    @TempDir
    Path directory;

    private String h2;
    private Path refused;

    @BeforeEach
    void names() {
        h2 = directory.resolve("documents").toString();
        refused = directory.resolve("refused.jsonl");
    }

    @Test
    @DisplayName("imports a file into H2, and again without a change")
    void imports() throws IOException {
        var file = cards(600);
        var first = importing("--h2", h2, file);
        assertEquals(0, first.exitCode(), first.err());
        assertEquals(List.of("completed after 600 lines in 0:00", "created 600"), said(first));
        assertEquals(List.of("completed after 600 lines in 0:00", "unchanged 600"), said(importing("--h2", h2, file)));
        assertFalse(Files.exists(refused));
    }

    @Test
    @DisplayName(
            "imports on several connections into PostgreSQL, and exports from there what H2 takes in just the same")
    void movesHouse() throws IOException, SQLException {
        var file = cards(600);
        var url = TestPostgres.url();
        var there = importing("--postgres", url, "--connections", "3", file);
        assertEquals(List.of("completed after 600 lines in 0:00", "created 600"), said(there));
        var moved = directory.resolve("moved.jsonl");
        assertEquals(0, exporting("--postgres", url, moved.toString()).exitCode());
        assertEquals(sorted(Path.of(file)), sorted(moved));
        assertEquals(
                List.of("completed after 600 lines in 0:00", "created 600"),
                said(importing("--h2", h2, moved.toString())));
        assertEquals(Files.readString(moved), exporting("--h2", h2).out());
        try (var files = Files.list(directory)) {
            assertTrue(files.noneMatch(each -> each.toString().endsWith(".part")));
        }
    }

    @Test
    @DisplayName("tells by number and reason which lines were refused, shows no value of them, and stores the others")
    void refusals() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(Path.of(cards(3))));
        lines.add("{\"secret\": \"secret\"");
        lines.add("");
        lines.add("[\"secret\"]");
        lines.add("{\"externalId\":\"secret\",\"clientId\":\"" + ANA
                + "\",\"scope\":\"MX\",\"type\":\"ine\",\"fields\":{\"issueYear\":\"secret\"}}");
        lines.add("{\"externalId\":\"secret\",\"clientId\":\"" + ANA
                + "\",\"scope\":\"MX\",\"type\":\"x\",\"x\":\"secret\"}");
        lines.add("x".repeat(LineReader.MOST_BYTES + 1));
        lines.add(lines.get(0).replace("\"size\":", "\"size\":1"));
        var output = importing("--h2", h2, file(lines));
        assertEquals(1, output.exitCode());
        assertEquals(
                List.of(
                        "completed after 10 lines in 0:00",
                        "created 3",
                        "updated 1",
                        "invalid 6",
                        refused + " tells which lines were refused, and why"),
                said(output));
        assertEquals(
                List.of(
                        "4 invalid unreadable ",
                        "5 invalid unreadable ",
                        "6 invalid type ",
                        "7 invalid type /fields/issueYear",
                        "8 invalid unknown_key /x",
                        "9 invalid unreadable "),
                refusalLines());
        assertFalse(Files.readString(refused).contains("secret"));
        assertFalse((output.out() + output.err()).contains("secret"));
    }

    @Test
    @DisplayName("takes a file as it comes from Windows: with a byte order mark, and lines that end in two characters")
    void windows() throws IOException {
        var unix = Path.of(cards(3));
        var text = "\uFEFF" + Files.readString(unix).replace("\n", "\r\n");
        var windows = Files.writeString(directory.resolve("windows.jsonl"), text);
        assertEquals(
                "created 3", said(importing("--h2", h2, windows.toString())).get(1));
        assertEquals("unchanged 3", said(importing("--h2", h2, unix.toString())).get(1));
    }

    @Test
    @DisplayName("refuses a line that is not UTF-8")
    void notUtf8() throws IOException {
        var good = Files.readAllBytes(Path.of(cards(1)));
        var bytes = new ByteArrayOutputStream();
        bytes.write(good);
        bytes.write("{\"externalId\":\"\u00ff\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(good);
        var file = Files.write(directory.resolve("latin.jsonl"), bytes.toByteArray());
        assertEquals(1, importing("--h2", h2, file.toString()).exitCode());
        assertEquals(List.of("2 invalid unreadable "), refusalLines());
    }

    @Test
    @DisplayName(
            "fails where the input ends in the middle of a line, and goes on there when it is whole; the end of the last line may be missing")
    void cutOff() throws IOException {
        var whole = Files.readString(Path.of(cards(3)));
        var cut = Files.writeString(directory.resolve("cut.jsonl"), whole.substring(0, whole.length() - 3));
        var output = importing("--h2", h2, cut.toString());
        assertEquals(3, output.exitCode());
        assertEquals(List.of("failed after 2 lines in 0:00", "created 2", "to go on: --from 2"), said(output));
        assertTrue(output.err().endsWith("failed: the input ends in the middle of a line\n"), output.err());
        var again = said(importing("--h2", h2, "--from", "1", cut.toString()));
        assertEquals("to go on: --from 2", again.get(again.size() - 1));
        Files.writeString(cut, whole.stripTrailing());
        assertEquals(
                "created 1",
                said(importing("--h2", h2, "--from", "2", cut.toString())).get(1));
        assertFalse(Files.exists(refused));
    }

    @Test
    @DisplayName("has told all refusals when it fails, and before it tells of progress")
    void refusalsInTime() throws IOException {
        var cut = Files.writeString(directory.resolve("cut.jsonl"), "bad\n{");
        assertEquals(3, importing("--h2", h2, cut.toString()).exitCode());
        assertEquals(List.of("1 invalid unreadable "), refusalLines());

        Files.delete(refused);
        var toldBefore = new ArrayList<Long>();
        var err = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(String progress) {
                toldBefore.add(refused.toFile().length());
            }
        };
        var file = file(Collections.nCopies(500, "bad"));
        var terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream()),
                err,
                false,
                ticker(10_000));
        DocumentsCli.run(withEnvironment("import", List.of("--h2", h2, file)), terminal);
        var all = Files.readString(refused);
        long half = all.lines().limit(250).mapToLong(line -> line.length() + 1).sum();
        assertEquals(List.of(half, (long) all.length()), toldBefore.subList(0, 2));
    }

    @Test
    @DisplayName("keeps test and live apart")
    void environments() throws IOException {
        var file = cards(1);
        Output.ofDocuments("", ticker(0), List.of("import", "--environment", "test", "--h2", h2, file));
        assertEquals("", exporting("--h2", h2).out());
        var there = Output.ofDocuments("", ticker(0), List.of("export", "--environment", "test", "--h2", h2));
        assertEquals(Files.readString(Path.of(file)), there.out());
    }

    @Test
    @DisplayName("counts lines, ended or not")
    void countsLines() throws IOException {
        for (var text :
                Map.of("", 0L, "a", 1L, "a\n", 1L, "a\nb", 2L, "\n\n", 2L).entrySet()) {
            var file = Files.writeString(directory.resolve("counted"), text.getKey());
            assertEquals(text.getValue(), ItemLines.count(file));
        }
    }

    @Test
    @DisplayName("goes on from a line, and adds to the refusals that were told before")
    void goesOn() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(Path.of(cards(5))));
        lines.add(1, "bad");
        lines.add(5, "bad");
        var file = file(lines);
        importing("--h2", h2, file(lines.subList(0, 3)));
        var rest = importing("--h2", h2, "--from", "3", file);
        assertEquals("completed after 4 lines in 0:00", said(rest).get(0));
        assertEquals(List.of("2 invalid unreadable ", "6 invalid unreadable "), refusalLines());
        importing("--h2", h2, file);
        assertEquals(
                List.of("2 invalid unreadable ", "6 invalid unreadable "), refusalLines(), "from the beginning: anew");
        assertEquals(
                "completed after 0 lines in 0:00",
                said(importing("--h2", h2, "--from", "99", file)).get(0));
    }

    @Test
    @DisplayName("imports standard input, to the end of it")
    void standardInput() throws IOException {
        var input = Files.readString(Path.of(cards(2)));
        for (var arguments : List.of(List.of("--h2", h2), List.of("--h2", h2, "-"))) {
            var output = Output.ofDocuments(input, ticker(0), withEnvironment("import", arguments));
            assertEquals("completed after 2 lines in 0:00", said(output).get(0), output.err());
        }
    }

    @Test
    @DisplayName("fails where standard input cannot be read to its end")
    void brokenInput() throws IOException {
        var input = new SequenceInputStream(Files.newInputStream(Path.of(cards(2))), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });
        var nobody = new PrintStream(OutputStream.nullOutputStream());
        var terminal = new Terminal(input, nobody, nobody, false, ticker(0));
        assertEquals(3, DocumentsCli.run(withEnvironment("import", List.of("--h2", h2)), terminal));
        assertEquals(2, exporting("--h2", h2).out().lines().count());
    }

    @Test
    @DisplayName("ends when it is interrupted while it waits for standard input, and says where to go on")
    void interrupted() throws Exception {
        var asked = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var input = new SequenceInputStream(Files.newInputStream(Path.of(cards(2))), new InputStream() {
            @Override
            public int read() {
                asked.countDown();
                while (true) {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        // as deaf as the real one
                    }
                }
            }
        });
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(input, new PrintStream(out), new PrintStream(err), false, ticker(0));
        var exitCode = new CompletableFuture<Integer>();
        var worker = new Thread(() ->
                exitCode.complete(DocumentsCli.run(withEnvironment("import", List.of("--h2", h2)), terminal)));
        worker.setDaemon(true);
        worker.start();
        asked.await();
        worker.interrupt();
        assertEquals(3, exitCode.get(60, TimeUnit.SECONDS));
        assertFalse(err.toString(StandardCharsets.UTF_8).contains("failed"), "told to stop, and no more");
        long stored = exporting("--h2", h2).out().lines().count();
        assertTrue(
                out.toString(StandardCharsets.UTF_8).endsWith("to go on: --from " + stored + "\n"),
                out.toString(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("exports the documents of one type or client")
    void exportsSome() throws IOException {
        var all = Path.of(cards(3));
        importing("--h2", h2, all.toString());
        var second = Files.readAllLines(all).get(1);
        var client = String.valueOf(JsonObject.parse(second).asMap().get("clientId"));
        assertEquals(second + "\n", exporting("--h2", h2, "--client", client).out());
        assertEquals("", exporting("--h2", h2, "--type", "passport").out());
        assertEquals(3, exporting("--h2", h2, "--type", "ine").out().lines().count());
    }

    @Test
    @DisplayName("fails where what it exports cannot be written, and makes no file that is not complete")
    void brokenOutput() throws IOException {
        importing("--h2", h2, cards(300));
        var full = new OutputStream() {
            private int room = 100_000;

            @Override
            public void write(int value) throws IOException {
                if (--room < 0) {
                    throw new IOException("no space left");
                }
            }
        };
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                InputStream.nullInputStream(), new PrintStream(full), new PrintStream(err), false, ticker(0));
        assertEquals(3, DocumentsCli.run(withEnvironment("export", List.of("--h2", h2)), terminal));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("the output cannot be written"));
        var nowhere = directory.resolve("no-directory").resolve("export.jsonl");
        assertEquals(3, exporting("--h2", h2, nowhere.toString()).exitCode());
        var taken = Files.createDirectories(directory.resolve("taken").resolve("by a directory"));
        assertEquals(3, exporting("--h2", h2, taken.getParent().toString()).exitCode());
        assertFalse(Files.exists(directory.resolve("taken.part")));
    }

    @Test
    @DisplayName("judges voter cards strictly if told to")
    void strict() throws IOException {
        var lines = Files.readAllLines(Path.of(cards(1)));
        var file = file(List.of(lines.get(0).replaceFirst("\"postalCode\":\"\\d+\"", "\"postalCode\":\"x\"")));
        assertEquals(0, importing("--h2", h2, file).exitCode());
        assertEquals(1, importing("--h2", h2, "--strict", file).exitCode());
        assertEquals(List.of("1 invalid ascii_digits /fields/postalCode"), refusalLines());
    }

    @Test
    @DisplayName("prints its progress line by line where nobody looks")
    void plainProgress() throws IOException {
        var output = importing(ticker(1_000), "--h2", h2, cards(2_000));
        assertTrue(
                output.err().startsWith("1,250 of 2,000 lines, 250 per second, 0 refused, 0:03 left\n"), output.err());
        assertTrue(output.err().endsWith("2,000 of 2,000 lines, 222 per second, 0 refused, 0:00 left\n"), output.err());
        assertTrue(output.out().startsWith("completed after 2,000 lines in 0:10\n"), output.out());
        var rest = importing(ticker(10_000), "--h2", h2, "--from", "1750", cards(2_000));
        assertTrue(rest.err().startsWith("250 of 250 lines"), rest.err());
    }

    @Test
    @DisplayName("draws a bar where somebody looks")
    void bar() throws IOException {
        var output =
                Output.ofDocuments("", ticker(1_000), true, withEnvironment("import", List.of("--h2", h2, cards(500))));
        assertTrue(
                output.err()
                        .startsWith(
                                "\r[============            ]  50 %  250 of 500 lines, 250 per second, 0 refused, 0:01 left"),
                output.err());
        assertTrue(output.err().endsWith("0:00 left\n"), output.err());
    }

    @Test
    @DisplayName("names what is wrong with a call, and does nothing")
    void wrongCalls() {
        var url = "jdbc:postgresql://localhost:1/none?user=nobody&password=secret";
        assertAll(
                () -> assertWrong(2, "needs a command"),
                () -> assertWrong(2, "the command must be import or export", "load"),
                () -> assertWrong(2, "needs --environment", "import", "--h2", h2),
                () -> assertWrong(2, "--environment must be test or live", "import", "--environment", "prod"),
                () -> assertWrong(2, "needs one database", "import", "--environment", "test"),
                () -> assertWrong(
                        2, "needs one database", "import", "--environment", "test", "--h2", h2, "--postgres", url),
                () -> assertWrong(2, "--postgres needs a URL", "import", "--postgres", "secret"),
                () -> assertWrong(2, "--connections needs a number of 1 or more", "import", "--connections", "0"),
                () -> assertWrong(2, "--from needs a number of 0 or more", "import", "--from", "secret"),
                () -> assertWrong(2, "--durability must be", "import", "--durability", "none"),
                () -> assertWrong(2, "--client needs a UUID", "export", "--client", "secret"),
                () -> assertWrong(2, "unknown argument --fast", "import", "--fast"),
                () -> assertWrong(2, "--h2 needs a value", "import", "--h2"),
                () -> assertWrong(2, "one file too many", "import", "a", "b"),
                () -> assertWrong(
                        2,
                        "--refused must be another file",
                        "import",
                        "--environment",
                        "test",
                        "--h2",
                        h2,
                        "--refused",
                        "a",
                        "a"),
                () -> assertWrong(
                        3,
                        "there is no file nowhere.jsonl",
                        "import",
                        "--environment",
                        "test",
                        "--h2",
                        h2,
                        "nowhere.jsonl"),
                () -> assertWrong(
                        3, "no connection could be made", "export", "--environment", "test", "--postgres", url));
    }

    @Test
    @DisplayName("takes the commands that the README shows")
    void readme() throws IOException {
        var commands = Markdown.read(Path.of("..", "README.md")).blocks("sh").stream()
                .flatMap(block -> block.text().replace("\\\n", " ").lines())
                .filter(line -> line.contains(DocumentsCli.class.getName()) && !line.endsWith("--help"))
                .map(line -> line.substring(line.indexOf(DocumentsCli.class.getName()))
                        .split(" +"))
                .toList();
        assertEquals(2, commands.size());
        for (var command : commands) {
            CliOptions.parse(List.of(command).subList(1, command.length));
        }
    }

    @Test
    @DisplayName("explains itself with --help")
    void help() {
        assertEquals(
                new Output(0, CliOptions.HELP, ""), Output.ofDocuments("", ticker(0), List.of("import", "--help")));
    }

    private static void assertWrong(int exitCode, String message, String... arguments) {
        var output = Output.ofDocuments("", ticker(0), List.of(arguments));
        assertEquals(exitCode, output.exitCode(), output.err());
        assertEquals("", output.out());
        assertTrue(output.err().contains(message), output.err());
        assertFalse(output.err().contains("secret"), output.err());
    }

    private Output importing(String... arguments) throws IOException {
        return importing(ticker(0), arguments);
    }

    private Output importing(LongSupplier ticker, String... arguments) {
        return Output.ofDocuments("", ticker, withEnvironment("import", List.of(arguments)));
    }

    private Output exporting(String... arguments) {
        return Output.ofDocuments("", ticker(0), withEnvironment("export", List.of(arguments)));
    }

    private List<String> withEnvironment(String command, List<String> arguments) {
        var all = new ArrayList<>(List.of(command, "--environment", "live", "--refused", refused.toString()));
        all.addAll(arguments);
        return all;
    }

    /** Returns a time that moves by so much whenever somebody looks. */
    private static LongSupplier ticker(long millis) {
        var time = new AtomicLong();
        return () -> time.getAndAdd(Duration.ofMillis(millis).toNanos());
    }

    private String cards(int count) throws IOException {
        var lines = new StringWriter();
        VoterCardLines.write(count, lines);
        return Files.writeString(directory.resolve("cards-" + count + ".jsonl"), lines.toString())
                .toString();
    }

    private String file(List<String> lines) throws IOException {
        return Files.write(Files.createTempFile(directory, "lines", ".jsonl"), lines)
                .toString();
    }

    private static List<String> sorted(Path file) throws IOException {
        return Files.readAllLines(file).stream().sorted().toList();
    }

    private static List<String> said(Output output) {
        return output.out()
                .lines()
                .map(line -> line.strip().replaceAll(" {2,}", " "))
                .toList();
    }

    /** Returns number, outcome, code and place of each refusal, for its first reason. */
    private List<String> refusalLines() throws IOException {
        return Files.readAllLines(refused).stream()
                .map(line -> JsonObject.parse(line).asMap())
                .map(refusal -> {
                    var reasons = (List<?>) Objects.requireNonNull(refusal.get("violations"));
                    var reason = (Map<?, ?>) reasons.get(0);
                    return refusal.get("line") + " " + refusal.get("code") + " " + reason.get("code") + " "
                            + reason.get("path");
                })
                .toList();
    }
}
