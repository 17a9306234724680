package io.archivero.examples.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The short form of the soak. */
class SoakTest {
    private static final int SECONDS = 12;

    @Test
    @DisplayName(
            "Whatever goes wrong at once, nothing acknowledged is lost, no batch is half there, and no history is impossible")
    void shortForm() throws Exception {
        var bytes = new ByteArrayOutputStream();
        long forbidden = new Soak(new PrintStream(bytes, true, StandardCharsets.UTF_8)).run(SECONDS, 1);
        var text = bytes.toString(StandardCharsets.UTF_8);
        assertEquals(0, forbidden, text);
        var idle = text.lines()
                .filter(line -> line.startsWith("| faults: calls") || line.startsWith("| faults: processes"))
                .filter(line -> line.endsWith("| 0 |"))
                .toList();
        assertEquals(List.of(), idle, text);
    }
}
