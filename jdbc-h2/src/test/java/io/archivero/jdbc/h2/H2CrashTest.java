package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentQuery;
import io.archivero.Durability;
import io.archivero.Environment;
import io.archivero.StoreUnavailableException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies in the middle of its work loses nothing that it was told is stored. */
class H2CrashTest {
    private static final int ROUNDS = Integer.getInteger("archivero.crash.rounds", 3);
    private static final int MOST_BATCHES = 40;

    @TempDir
    Path directory;

    private final Random random = new Random(20_261_123);

    @ParameterizedTest
    @EnumSource(
            value = Durability.class,
            names = {"POWER_LOSS", "PROCESS_CRASH"})
    @DisplayName("kill -9 at a random moment loses no acknowledged batch and leaves no half of one")
    void killed(Durability durability) throws Exception {
        var file = directory.resolve("documents");
        int next = 0;
        for (int round = 0; round < ROUNDS; round++) {
            next = acknowledgedBeforeKill(file, durability, next) + 1; // the one that was under way is written again
            try (var repository = H2DocumentRepository.open(file)) {
                // The batch that was under way may be there, but then as a whole.
                for (int batch = 0; batch <= next; batch++) {
                    long stored = repository.count(
                            Environment.LIVE, DocumentQuery.all().externalIdPrefix(batch + "-"));
                    assertTrue(
                            stored == Writer.BATCH_SIZE || batch == next && stored == 0,
                            "batch " + batch + " of " + next + " has " + stored);
                }
            }
        }
        assertTrue(next > ROUNDS);
    }

    @Test
    @DisplayName("a file that another process has open is refused, and says so")
    void secondProcess() throws Exception {
        var file = directory.resolve("documents");
        var process = start(file, Durability.PROCESS_CRASH, 0);
        try (var lines = process.inputReader()) {
            assertEquals("0", lines.readLine());
            var failure = assertThrows(StoreUnavailableException.class, () -> H2DocumentRepository.open(file));
            assertTrue(failure.getMessage().contains("another process"), failure.getMessage());
        } finally {
            kill(process);
        }
    }

    /** Returns the last batch that the process said was stored. */
    private int acknowledgedBeforeKill(Path file, Durability durability, int first) throws Exception {
        var process = start(file, durability, first);
        int last = first - 1;
        int kill = first + 1 + random.nextInt(MOST_BATCHES);
        try (var lines = process.inputReader()) {
            while (last < kill) {
                last = batch(lines);
            }
            kill(process);
            // What it still said before it died counts too.
            for (var line = readLine(lines); line != null && !line.isEmpty(); line = readLine(lines)) {
                last = Integer.parseInt(line);
            }
        } finally {
            kill(process);
        }
        return last;
    }

    private static int batch(BufferedReader lines) throws IOException {
        var line = lines.readLine();
        assertTrue(line != null, "the writer ended by itself");
        return Integer.parseInt(line);
    }

    private static String readLine(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException dead) {
            return null;
        }
    }

    private static Process start(Path file, Durability durability, int first) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        Writer.class.getName(),
                        file.toString(),
                        durability.name(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Everything that this test runs on, whether it stands on the class path or the module path. */
    private static String classPath() {
        var modulePath = System.getProperty("jdk.module.path", "");
        return String.join(File.pathSeparator, System.getProperty("java.class.path", ""), modulePath);
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }
}
