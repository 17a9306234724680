package io.archivero.testkit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A draw from either of two arbitraries. Unlike jqwik's own {@code frequencyOf} it equals only itself, has no edge cases, and shrinks
 * within the arbitrary that was drawn: jqwik compares whole compositions at every draw, and draws anew at every look at a value,
 * which takes longer than what is to be tested. Odd values are among the ordinary ones here.
 */
final class Draw<T extends @Nullable Object> implements Arbitrary<T> {
    private final Arbitrary<? extends T> often;
    private final Arbitrary<? extends T> seldom;
    private final int odds;
    private final Map<Integer, RandomGenerator<T>> generators = new ConcurrentHashMap<>();

    private Draw(Arbitrary<? extends T> often, Arbitrary<? extends T> seldom, int odds) {
        this.often = often;
        this.seldom = seldom;
        this.odds = odds;
    }

    /** Draws from one of them, and once in {@code odds} times from the other. */
    static <T extends @Nullable Object> Arbitrary<T> mostly(
            Arbitrary<? extends T> often, int odds, Arbitrary<? extends T> seldom) {
        return new Draw<>(often, seldom, odds);
    }

    /** Draws from both as often. */
    static <T extends @Nullable Object> Arbitrary<T> either(Arbitrary<? extends T> one, Arbitrary<? extends T> other) {
        return mostly(one, 2, other);
    }

    /** Draws a null every second time. jqwik's declarations do not foresee it; its arbitraries do. */
    @SuppressWarnings("NullAway")
    static <T> Arbitrary<@Nullable T> orNull(Arbitrary<? extends T> values) {
        return either(Arbitraries.just(null), values);
    }

    @Override
    public RandomGenerator<T> generator(int genSize) {
        return generators.computeIfAbsent(genSize, this::newGenerator);
    }

    private RandomGenerator<T> newGenerator(int genSize) {
        RandomGenerator<T> ordinary = generator(often, genSize);
        RandomGenerator<T> rare = generator(seldom, genSize);
        return random -> (random.nextInt(odds) == 0 ? rare : ordinary).next(random);
    }

    @Override
    public EdgeCases<T> edgeCases(int maxEdgeCases) {
        return EdgeCases.none();
    }

    private static <T extends @Nullable Object> RandomGenerator<T> generator(
            Arbitrary<? extends T> arbitrary, int genSize) {
        return arbitrary.generator(genSize, false).map(value -> value);
    }
}
