package io.archivero.testkit.rivals;

import io.archivero.DocumentRepository;
import io.archivero.Environment;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** One thread's work: calls of every kind, drawn by lot, on documents that everybody else works on as well. */
final class Rival implements Runnable {
    private final Random random;
    private final BooleanSupplier goesOn;
    private final Map<Environment, Work> work = new EnumMap<>(Environment.class);

    /** What is done in one environment. */
    private record Work(Upserts upserts, Steps steps, Removals removals, Reads reads) {
        Work(Scene scene) {
            this(new Upserts(scene), new Steps(scene), new Removals(scene), new Reads(scene));
        }
    }

    /**
     * Creates one.
     *
     * @param name a name that no other rival on the same documents has, of letters, digits and hyphens
     * @param goesOn asked before each call
     */
    Rival(DocumentRepository repository, Witness witness, String name, long seed, BooleanSupplier goesOn) {
        this.random = new Random(seed);
        this.goesOn = goesOn;
        var items = new RivalItems(name, random);
        for (var environment : Environment.values()) {
            work.put(environment, new Work(new Scene(repository, environment, witness, items)));
        }
    }

    @Override
    public void run() {
        while (goesOn.getAsBoolean()) {
            var environment = random.nextInt(5) == 0 ? Environment.LIVE : Environment.TEST;
            act(Objects.requireNonNull(work.get(environment)), random.nextInt(100));
            Thread.interrupted(); // an interrupt is for the call that it meets
        }
    }

    private static void act(Work work, int lot) {
        if (lot < 30) {
            work.upserts().batch();
        } else if (lot < 35) {
            work.upserts().replay();
        } else if (lot < 40) {
            work.upserts().poisonedBatch();
        } else if (lot < 46) {
            work.upserts().one();
        } else if (lot < 58) {
            work.upserts().increment();
        } else if (lot < 66) {
            work.steps().one();
        } else if (lot < 70) {
            work.steps().many();
        } else if (lot < 76) {
            work.removals().any();
        } else if (lot < 84) {
            work.reads().many();
        } else if (lot < 92) {
            work.reads().one();
        } else if (lot < 96) {
            work.reads().pages();
        } else {
            work.reads().preview();
        }
    }
}
