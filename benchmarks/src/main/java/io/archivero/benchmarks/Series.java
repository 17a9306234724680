package io.archivero.benchmarks;

import java.util.Arrays;

/**
 * What one contender took, round by round.
 *
 * @param name the contender
 * @param cannotTell what it cannot tell
 * @param micros microseconds per batch, by round
 */
public record Series(String name, String cannotTell, double[] micros) {
    /**
     * The middle of some values, and how far they spread.
     *
     * @param low a quarter is below this
     * @param median half is below this
     * @param high a quarter is above this
     */
    public record Spread(double low, double median, double high) {
        static Spread of(double[] values) {
            var sorted = values.clone();
            Arrays.sort(sorted);
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

    /** Returns the spread of the ratios round by round: what disturbed a round disturbed both, and drops out. */
    public Spread ratioTo(Series floor) {
        var ratios = new double[micros.length];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = micros[round] / floor.micros[round];
        }
        return Spread.of(ratios);
    }
}
