package io.archivero.testkit.rivals;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * What rivals are to do.
 *
 * @param name a name that no other rivals on the same documents have, of letters, digits and hyphens
 * @param threads how many there are
 * @param seed what their lots are drawn from; what comes of them depends on how the threads happen to run, too
 * @param goesOn asked by each before each call; must be safe for use by many threads
 */
public record RivalPlan(String name, int threads, long seed, BooleanSupplier goesOn) {
    /** Refuses nulls. */
    public RivalPlan {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(goesOn, "goesOn");
    }
}
