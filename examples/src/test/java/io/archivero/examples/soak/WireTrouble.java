package io.archivero.examples.soak;

import io.archivero.testkit.WireProxy;
import io.archivero.testkit.rivals.Tally;
import java.util.Random;

/** Cuts connections to PostgreSQL in the middle of a message, now and then. */
final class WireTrouble implements WireProxy.Hook {
    /** What it counts. */
    static final String CUT = "wires cut";

    private static final int MESSAGES = 1_500;

    private final Tally tally;
    private final Random random;

    WireTrouble(Tally tally, long seed) {
        this.tally = tally;
        this.random = new Random(seed);
    }

    @Override
    public synchronized int pass(WireProxy.Message message) {
        int length = message.bytes().length;
        if (random.nextInt(MESSAGES) > 0) {
            return length;
        }
        tally.count(CUT);
        return random.nextInt(length);
    }
}
