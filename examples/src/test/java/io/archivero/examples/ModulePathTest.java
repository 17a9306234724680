package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses the library as a modular application does: a JVM of its own, and nothing on the class path. */
@DisplayName("On the module path")
class ModulePathTest {
    @TempDir
    Path directory;

    @Test
    @DisplayName("the main job prints the response, and leaves nothing behind")
    void runsTheMainJob() throws Exception {
        var output = java("VoterCards", "--json");
        assertEquals("", output.err());
        assertEquals(0, output.exitCode());
        var response = JsonObject.parse(output.out()).asMap();
        assertEquals(true, response.get("atomic"));
        assertEquals(250, ((List<?>) response.get("data")).size());
        assertTrue(output.out().contains("Muñoz"), "the response is UTF-8");
        try (var leftovers = Files.list(directory)) {
            assertEquals(List.of(), leftovers.toList());
        }
    }

    @Test
    @DisplayName("the first example creates its document, and finds it unchanged in another JVM")
    void runsTheFirstExample() throws Exception {
        assertTrue(java("FirstExample").out().contains("CREATED=1"));
        assertTrue(java("FirstExample").out().contains("UNCHANGED=1"));
    }

    private Output java(String mainClass, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + directory,
                "-Dfile.encoding=ISO-8859-1", // the response must not care
                "--module-path",
                modulePath(),
                "--module",
                "io.archivero.examples/io.archivero.examples." + mainClass));
        command.addAll(List.of(arguments));
        return Output.of(new ProcessBuilder(command).directory(directory.toFile()));
    }

    /** What the module needs at run time, and nothing of what its tests need; the build writes the list. */
    private static String modulePath() throws IOException {
        var dependencies =
                Files.readString(Path.of("target", "runtime-path.txt")).strip();
        return Path.of("target", "classes").toAbsolutePath() + File.pathSeparator + dependencies;
    }
}
