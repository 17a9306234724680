package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Durability;
import io.archivero.StoreUnavailableException;
import io.archivero.testkit.CrashChild;
import io.archivero.testkit.CrashScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies in the middle of its work loses nothing that it was told is stored. */
class H2CrashTest {
    private static final int ROUNDS = Integer.getInteger("archivero.crash.rounds", 2);
    private static final int COPIES = 80;

    @TempDir
    Path directory;

    private final Random random = new Random(20_261_123);

    @ParameterizedTest
    @EnumSource(
            value = Durability.class,
            names = {"POWER_LOSS", "PROCESS_CRASH"})
    @DisplayName("kill -9 at a random moment loses nothing that had returned, and leaves no half batch")
    void killed(Durability durability) throws Exception {
        var file = directory.resolve("documents");
        var steps = new TreeMap<>(Map.of("a", 0, "b", 0));
        for (int round = 0; round < ROUNDS; round++) {
            var returned = CrashChild.kill(Writer.class, List.of(file.toString(), durability.name()), steps, random);
            try (var repository = H2DocumentRepository.open(file)) {
                returned.forEach((lane, step) -> steps.put(lane, new CrashScript(repository, lane).judge(step)));
            }
        }
        assertTrue(steps.values().stream().allMatch(step -> step > 0));
        System.out.printf("H2 at %s: killed %d times, after %s steps%n", durability, ROUNDS, steps);
    }

    @Test
    @DisplayName("the file as it is when a call returns has what that call wrote, also where it was written into a gap")
    void copied() throws Exception {
        var file = directory.resolve("documents");
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:async:" + file + ";WRITE_DELAY=0;RETENTION_TIME=0"); // so that gaps are used at once
        source.setUser("sa");
        source.setPassword("");
        try (var keeper = source.getConnection();
                var repository = H2DocumentRepository.builder(source)
                        .durability(Durability.PROCESS_CRASH)
                        .build()) {
            var script = new CrashScript(repository, "a");
            for (int step = 0; step < COPIES; step++) {
                script.step(step);
                var copy = directory.resolve("copy");
                Files.copy(database(file), database(copy), StandardCopyOption.REPLACE_EXISTING);
                try (var found = H2DocumentRepository.open(copy)) {
                    assertEquals(step + 1, new CrashScript(found, "a").judge(step + 1));
                }
            }
            assertTrue(keeper.isValid(0));
        }
    }

    private static Path database(Path file) {
        return file.resolveSibling(file.getFileName() + ".mv.db");
    }

    @Test
    @DisplayName("a file that another process has open is refused, and says so")
    void secondProcess() throws Exception {
        var file = directory.resolve("documents");
        var process = CrashChild.start(
                Writer.class, List.of(file.toString(), Durability.PROCESS_CRASH.name()), Map.of("a", 0));
        try (var lines = process.inputReader()) {
            assertEquals("a 1", lines.readLine());
            var failure = assertThrows(StoreUnavailableException.class, () -> H2DocumentRepository.open(file));
            assertTrue(failure.getMessage().contains("another process"), failure.getMessage());
        } finally {
            kill(process);
        }
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }
}
