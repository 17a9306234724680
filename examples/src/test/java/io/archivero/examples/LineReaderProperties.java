package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LineReaderProperties {
    @Provide
    Arbitrary<List<String>> lines() {
        var texts =
                Arbitraries.of("", "a", "\r", "ñ\uD83D\uDE00", "x".repeat(70_000), "y".repeat(LineReader.MOST_BYTES));
        return texts.list().ofMaxSize(6);
    }

    @Property(tries = 200)
    @Label("whatever pieces the bytes come in, and whether the last line is ended, every line comes once, in order")
    void everyLine(@ForAll("lines") List<String> lines, @ForAll boolean ended, @ForAll long seed) throws IOException {
        var text = String.join("\n", lines) + (ended && !lines.isEmpty() ? "\n" : "");
        boolean lastIsEmpty =
                !ended && !lines.isEmpty() && lines.get(lines.size() - 1).isEmpty();
        var expected = lastIsEmpty ? lines.subList(0, lines.size() - 1) : lines; // that is no line at all
        var read = new ArrayList<String>();
        try (var reader = new LineReader(inPieces(text, new Random(seed)))) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                assertEquals("", line.fault());
                read.add(line.text());
                assertEquals(read.size() < expected.size() || ended || lastIsEmpty, line.ended());
            }
        }
        assertEquals(expected, read);
    }

    @Example
    @Label("a line that is too long is passed over, and the next one read")
    void tooLong() throws IOException {
        var text = "a\n" + "x".repeat(LineReader.MOST_BYTES + 1) + "\nb\n" + "x".repeat(3 * LineReader.MOST_BYTES);
        try (var reader = new LineReader(inPieces(text, new Random(1)))) {
            assertEquals(new LineReader.Line("a", "", true), reader.next());
            assertEquals(new LineReader.Line(null, "must have at most 1048576 bytes", true), reader.next());
            assertEquals(new LineReader.Line("b", "", true), reader.next());
            assertEquals(new LineReader.Line(null, "must have at most 1048576 bytes", false), reader.next());
            assertEquals(null, reader.next());
        }
    }

    @Example
    @Label("a byte order mark is passed over where a line begins, and nowhere else")
    void byteOrderMark() throws IOException {
        try (var reader = new LineReader(inPieces("\uFEFFa\r\n\uFEFF\nb\uFEFF", new Random(1)))) {
            assertEquals(new LineReader.Line("a\r", "", true), reader.next());
            assertEquals(new LineReader.Line("", "", true), reader.next());
            assertEquals(new LineReader.Line("b\uFEFF", "", false), reader.next());
        }
    }

    private static InputStream inPieces(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(
                        target, offset, 1 + random.nextInt(Math.min(length, random.nextBoolean() ? 10_000 : 60_000)));
            }
        };
    }
}
