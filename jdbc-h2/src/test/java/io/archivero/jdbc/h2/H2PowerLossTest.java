package io.archivero.jdbc.h2;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Durability;
import io.archivero.testkit.CrashScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The power fails at a random write, and of what was not forced to the disk nothing, something or anything gets there. */
class H2PowerLossTest {
    private static final int ROUNDS = Integer.getInteger("archivero.crash.rounds", 6);
    private static final int MOST_OPERATIONS = 120;
    private static final List<String> LANES = List.of("a", "b");

    @TempDir
    Path directory;

    private final Random random = new Random(20_261_124);
    private final ExecutorService threads = Executors.newFixedThreadPool(LANES.size());
    private int files;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(Disk.Survival.class)
    @DisplayName("loses nothing that had returned, and leaves no half batch and a file that opens")
    void powerLoss(Disk.Survival survival) throws Exception {
        var steps = rounds(Durability.POWER_LOSS, survival);
        System.out.printf("H2 without power %d times, %s surviving, after %s steps%n", ROUNDS, survival, steps);
    }

    @Test
    @DisplayName(
            "loses what it may where only the death of the process was to be survived: so this test sees what is lost")
    void processCrash() {
        var lost = assertThrows(AssertionError.class, () -> {
            rounds(Durability.PROCESS_CRASH, Disk.Survival.NOTHING);
        });
        assertTrue(lost.getMessage().contains("had returned"), lost::getMessage);
    }

    private Map<String, Integer> rounds(Durability durability, Disk.Survival survival) throws Exception {
        var steps = new TreeMap<>(Map.of("a", 0, "b", 0));
        var image = new byte[0];
        for (int round = 0; round < ROUNDS; round++) {
            var disk = new Disk(image, survival, random);
            disk.failAfter(random.nextInt(MOST_OPERATIONS));
            var returned = untilPowerFails(disk, image, durability, steps);
            image = disk.image();
            try (var repository = H2DocumentRepository.open(write(image))) {
                returned.forEach((lane, step) -> steps.put(lane, new CrashScript(repository, lane).judge(step)));
            }
        }
        return steps;
    }

    private Path write(byte[] image) throws IOException {
        var file = directory.resolve("documents" + files++);
        if (image.length > 0) {
            Files.write(Path.of(file + ".mv.db"), image);
        }
        return file;
    }

    /** Works in each lane until there is no power, and returns how many steps had returned. */
    private Map<String, Integer> untilPowerFails(
            Disk disk, byte[] image, Durability durability, Map<String, Integer> from) throws Exception {
        var returned = new ConcurrentHashMap<>(from);
        var pool = JdbcConnectionPool.create(DiskPath.url(write(image), disk), "sa", "");
        try (var repository =
                H2DocumentRepository.builder(pool).durability(durability).build()) {
            var lanes = new ArrayList<Future<?>>();
            for (var lane : LANES) {
                lanes.add(threads.submit(() -> work(disk, new CrashScript(repository, lane), lane, returned)));
            }
            for (var lane : lanes) {
                lane.get();
            }
        } finally {
            pool.dispose();
        }
        return returned;
    }

    private static void work(Disk disk, CrashScript script, String lane, Map<String, Integer> returned) {
        for (int step = returned.get(lane); ; step++) {
            script.step(step);
            if (disk.isDark()) {
                return;
            }
            returned.put(lane, step + 1);
        }
    }
}
