package io.archivero.testkit.rivals;

import io.archivero.Environment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The few documents that everybody works on. Every other one has a sign beyond U+FFFF where its neighbour has one below it that Java's
 * own order puts after that: writers that do not agree on the order of keys would lock them crosswise.
 */
final class RivalKeys {
    private static final int KEYS = 20;
    private static final int COUNTERS = 2;
    private static final String BELOW = "\uFF5E";
    private static final String BEYOND = "\uD83D\uDE00";

    private static final List<String> SHARED = IntStream.range(0, KEYS)
            .mapToObj(i -> "r" + (i % 2 == 0 ? BELOW : BEYOND) + i)
            .toList();

    private RivalKeys() {}

    /** Returns the name of a document in a history. */
    static String key(Environment environment, String externalId) {
        return environment.wireName() + "/" + externalId;
    }

    static String any(Random random) {
        return SHARED.get(random.nextInt(KEYS));
    }

    /** Returns some of them, each once, in any order. */
    static List<String> some(Random random, int most) {
        var shuffled = new ArrayList<>(SHARED);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(most));
    }

    /** Returns the external id of a document that only counts. */
    static String counter(Random random) {
        return "counter " + random.nextInt(COUNTERS);
    }

    static boolean isCounter(String key) {
        return key.contains("/counter ");
    }

    /** Tells whether the items of a document come with source versions. */
    static boolean isVersioned(String externalId) {
        return SHARED.indexOf(externalId) % 5 == 0;
    }

    /** Returns the only document whose file is detached: nobody can tell whether a call did that, or found it done. */
    static String detachable() {
        return SHARED.get(1);
    }

    /** Returns the client of a document, who has no other. */
    static UUID client(String externalId) {
        return new UUID(7, SHARED.indexOf(externalId) + 100L);
    }
}
