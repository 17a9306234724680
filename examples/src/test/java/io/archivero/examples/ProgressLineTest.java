package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The line that tells of progress")
class ProgressLineTest {
    private static final String FULL = "[========================] 100 %  ";

    @Test
    @DisplayName("is drawn over without a rest of what was longer, and left standing at the end")
    void drawnOver() {
        assertEquals("\rlong text\rshort    \n", drawn(true, line -> {
            line.show(-1, "long text");
            line.show(-1, "short");
            line.end();
        }));
        assertEquals("", drawn(true, ProgressLine::end));
    }

    @Test
    @DisplayName("has a bar that is no longer than it may be, though there be more than was expected, or nothing")
    void bar() {
        assertEquals("\r" + FULL, drawn(true, line -> line.show(1, "")));
        assertEquals("\r" + FULL, drawn(true, line -> line.show(7.5, "")));
        assertEquals("\r[                        ]   0 %  ", drawn(true, line -> line.show(0, "")));
        assertEquals("\r[======================= ]  99 %  ", drawn(true, line -> line.show(0.999, "")));
    }

    @Test
    @DisplayName("is a line each time where nobody looks")
    void plain() {
        assertEquals("a\nb\n", drawn(false, line -> {
            line.show(0.5, "a");
            line.show(1, "b");
            line.end();
        }));
    }

    @Test
    @DisplayName("tells time and numbers for people")
    void words() {
        assertEquals("0:00", ProgressLine.time(Duration.ofMillis(999)));
        assertEquals("59:59", ProgressLine.time(Duration.ofSeconds(3599)));
        assertEquals("1:00:00", ProgressLine.time(Duration.ofHours(1)));
        assertEquals("1,000,000", ProgressLine.number(1_000_000));
    }

    private static String drawn(boolean interactive, Consumer<ProgressLine> use) {
        return Output.of(out -> use.accept(new ProgressLine(new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream()),
                out,
                interactive,
                () -> 0))));
    }
}
