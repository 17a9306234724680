package io.archivero.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The ids of one repository, made by many threads within the same few milliseconds. */
class IdsStressTest {
    private static final int THREADS = 6;
    private static final int IDS = 20_000;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    @DisplayName("No two are the same, and each thread's ids of one millisecond are in the order in which it made them")
    void threads() throws Exception {
        var ids = RepositoryOptions.DEFAULT.ids();
        var start = new CyclicBarrier(THREADS);
        var executor = Executors.newFixedThreadPool(THREADS);
        var all = new HashSet<UUID>();
        try {
            var running = new ArrayList<Future<List<UUID>>>();
            for (int i = 0; i < THREADS; i++) {
                running.add(executor.submit(() -> {
                    start.await();
                    var made = new ArrayList<UUID>();
                    for (int n = 0; n < IDS; n++) {
                        made.add(ids.apply(NOW));
                    }
                    return made;
                }));
            }
            for (var each : running) {
                var made = each.get(60, TimeUnit.SECONDS);
                for (int n = 1; n < IDS; n++) {
                    assertTrue(
                            made.get(n - 1).toString().compareTo(made.get(n).toString()) < 0,
                            "an id is not greater than the one before");
                }
                all.addAll(made);
            }
        } finally {
            executor.shutdownNow();
        }
        assertEquals(THREADS * IDS, all.size());
    }
}
