package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The committed request files")
class VoterCardFilesTest {
    private static final Path COMMITTED = Path.of("src", "main", "resources");

    @TestFactory
    @DisplayName("are, byte by byte, what the generator makes")
    Stream<DynamicTest> areGenerated() {
        return VoterCardFiles.all().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
                    var committed = Files.readAllBytes(COMMITTED.resolve(file.getKey()));
                    assertArrayEquals(file.getValue().getBytes(StandardCharsets.UTF_8), committed);
                }));
    }

    @Test
    @DisplayName("are written by its main method")
    void areWritten(@TempDir Path directory) throws IOException {
        VoterCardFiles.main(new String[] {directory.toString()});
        for (var name : VoterCardFiles.all().keySet()) {
            assertEquals(-1, Files.mismatch(COMMITTED.resolve(name), directory.resolve(name)), name);
        }
    }
}
