package io.archivero.benchmarks;

import io.archivero.Durability;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The databases, and what they promise about what was acknowledged. */
public enum Backend {
    /** PostgreSQL on this machine, with fsync on. */
    POSTGRES(null),
    /** The same, with a millisecond added to each round trip, as to a server in another building. */
    POSTGRES_1MS(null),
    /** H2 in memory. */
    H2_MEMORY(Durability.NONE),
    /** H2 in a file; what was acknowledged is on the disk. */
    H2_FILE_POWER_LOSS(Durability.POWER_LOSS),
    /** H2 in a file; what was acknowledged has been handed to the operating system. */
    H2_FILE_PROCESS_CRASH(Durability.PROCESS_CRASH),
    /** H2 in a file; what was acknowledged is written some time later. */
    H2_FILE_NONE(Durability.NONE);

    private final @Nullable Durability durability;

    Backend(@Nullable Durability durability) {
        this.durability = durability;
    }

    /** Returns the backend of that label. */
    public static Backend of(String label) {
        return Arrays.stream(values())
                .filter(backend -> backend.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no backend is called " + label));
    }

    /** Returns the name for reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells whether it is PostgreSQL; else it is H2. */
    public boolean isPostgres() {
        return durability == null;
    }

    /** Tells whether it is H2 in a file. */
    public boolean isFile() {
        return name().startsWith("H2_FILE");
    }

    /** Tells whether it is another backend but for its network or its promises. */
    boolean isVariant() {
        return this == POSTGRES_1MS || this == H2_FILE_PROCESS_CRASH || this == H2_FILE_NONE;
    }

    /** Returns what H2 is to promise. */
    public Durability durability() {
        if (durability == null) {
            throw new IllegalStateException("on PostgreSQL durability is the server's matter");
        }
        return durability;
    }

    /** Returns what the network adds to each round trip. */
    Duration addedToRoundTrips() {
        return this == POSTGRES_1MS ? Duration.ofMillis(1) : Duration.ZERO;
    }
}
