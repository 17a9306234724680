package io.archivero.benchmarks;

import java.util.Arrays;

/**
 * What one contender took, round by round.
 *
 * @param name the contender
 * @param cannotTell what it cannot tell
 * @param micros microseconds per batch, by round; not a number for a round in which it did not take part
 * @param bytes the median of what its thread allocated per item
 */
public record Series(String name, String cannotTell, double[] micros, double bytes) {
    /**
     * The middle of some values, and how far they spread.
     *
     * @param low a quarter is below this
     * @param median half is below this
     * @param high a quarter is above this
     */
    public record Spread(double low, double median, double high) {
        /** Returns the spread of the values that are numbers; there must be one at least. */
        static Spread of(double[] values) {
            var sorted = Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            return new Spread(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
        }

        private static double quantile(double[] sorted, double share) {
            double position = share * (sorted.length - 1);
            int below = (int) position;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
        }
    }

    /** Returns the spread of the times. */
    public Spread time() {
        return Spread.of(micros);
    }

    /** Returns in how many rounds it took part. */
    public long rounds() {
        return Arrays.stream(micros).filter(time -> !Double.isNaN(time)).count();
    }

    /** Returns the spread of the ratios round by round: what disturbed a round disturbed both, and drops out. */
    public Spread ratioTo(Series other) {
        var ratios = new double[micros.length];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = micros[round] / other.micros[round];
        }
        return Spread.of(ratios);
    }
}
