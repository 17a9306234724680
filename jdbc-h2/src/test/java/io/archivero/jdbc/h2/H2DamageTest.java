package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentQuery;
import io.archivero.DocumentStoreException;
import io.archivero.Durability;
import io.archivero.Environment;
import io.archivero.StoreUnavailableException;
import io.archivero.testkit.CrashScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what they were, and disks that take no more. */
class H2DamageTest {
    private static final int STEPS = 40;
    private static final int TRUNCATIONS = Integer.getInteger("archivero.crash.rounds", 20);

    @TempDir
    Path directory;

    private final Random random = new Random(20_261_125);
    private Path file;
    private byte[] sound;

    @BeforeEach
    void writeFile() throws IOException {
        file = directory.resolve("documents");
        try (var repository = H2DocumentRepository.open(file)) {
            var script = new CrashScript(repository, "a");
            for (int step = 0; step < STEPS; step++) {
                script.step(step);
            }
        }
        sound = Files.readAllBytes(database());
    }

    private Path database() {
        return Path.of(file + ".mv.db");
    }

    @Test
    @DisplayName("a truncated file is refused, or stands where it once stood: never in the middle of a batch")
    void truncated() throws IOException {
        int refused = 0;
        for (int i = 0; i < TRUNCATIONS; i++) {
            int length = random.nextInt(sound.length);
            var rest = Arrays.copyOf(sound, length);
            Files.write(database(), rest);
            try (var repository = H2DocumentRepository.open(file)) {
                assertTrue(new CrashScript(repository, "a").stepsIn(STEPS) >= 0, () -> "half, at " + length);
            } catch (StoreUnavailableException failure) {
                assertTrue(failure.getMessage().contains("the file"), failure.getMessage());
                assertArrayEquals(rest, Files.readAllBytes(database()), "left as it was");
                refused++;
            }
        }
        assertTrue(refused > 0, "some lack what tells what is in the file");
        System.out.printf("H2: %d of %d truncated files refused%n", refused, TRUNCATIONS);
    }

    @Test
    @DisplayName("a file with garbage somewhere is refused, or fails by a documented exception")
    void garbage() throws IOException {
        for (int i = 0; i < TRUNCATIONS; i++) {
            var bytes = sound.clone();
            int from = random.nextInt(bytes.length);
            for (int k = from; k < Math.min(bytes.length, from + 4_096); k++) {
                bytes[k] = (byte) random.nextInt();
            }
            // Each in a place of its own: some versions of H2 keep the lock of a file that they could not open.
            var damaged = directory.resolve("damaged" + i);
            Files.write(damaged.resolveSibling(damaged.getFileName() + ".mv.db"), bytes);
            try (var repository = H2DocumentRepository.open(damaged)) {
                repository.count(Environment.LIVE, DocumentQuery.all());
                new CrashScript(repository, "a").stepsIn(STEPS);
            } catch (DocumentStoreException documented) {
                assertTrue(documented.getMessage() != null, "says something");
            }
        }
    }

    @Test
    @DisplayName(
            "a full disk is an error, nothing that had returned is lost, and there is no half batch once there is room again")
    void full() throws IOException {
        for (int i = 0; i < 5; i++) {
            int returned = STEPS;
            Files.write(database(), sound);
            var disk = new Disk(sound);
            disk.limit(sound.length + random.nextInt(60_000));
            var pool = JdbcConnectionPool.create(DiskPath.url(file, disk), "sa", "");
            try (var repository = H2DocumentRepository.builder(pool)
                    .durability(Durability.POWER_LOSS)
                    .build()) {
                var script = new CrashScript(repository, "a");
                while (true) {
                    script.step(returned);
                    returned++;
                }
            } catch (DocumentStoreException full) {
                // documented: what was under way is there as a whole or not at all
            } finally {
                disk.limit(Long.MAX_VALUE);
                pool.dispose();
            }
            try (var repository = H2DocumentRepository.open(file)) {
                var script = new CrashScript(repository, "a");
                script.step(script.judge(returned));
            }
        }
    }

    @Test
    @DisplayName("a disk that is full from the start is told at opening, and the same file opens once there is room")
    void fullFromTheStart() {
        var disk = new Disk(new byte[0]);
        disk.limit(10_000);
        var another = directory.resolve("another");
        var pool = JdbcConnectionPool.create(DiskPath.url(another, disk), "sa", "");
        assertThrows(DocumentStoreException.class, () -> H2DocumentRepository.create(pool));
        pool.dispose();
        disk.limit(Long.MAX_VALUE);
        try (var repository = H2DocumentRepository.open(another)) {
            new CrashScript(repository, "a").step(0);
        }
    }

    @Test
    @DisplayName("a file that may only be read serves reading, and says why it takes no writing")
    void readOnly() {
        var disk = new Disk(sound);
        disk.readOnly();
        var pool = JdbcConnectionPool.create(DiskPath.url(file, disk), "sa", "");
        try (var repository = H2DocumentRepository.create(pool)) {
            var script = new CrashScript(repository, "a");
            assertEquals(STEPS, script.stepsIn(STEPS));
            var failure = assertThrows(DocumentStoreException.class, () -> script.step(STEPS));
            assertTrue(failure.getMessage().contains("read-only"), failure.getMessage());
        } finally {
            pool.dispose();
        }
        try (var repository = H2DocumentRepository.open(file)) {
            new CrashScript(repository, "a").step(STEPS);
        }
    }
}
