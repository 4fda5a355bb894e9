package straits.experiments.analysis;

import java.util.Arrays;

/**
 * How much of the beginning of a series to leave out: MSER-5. Means of five observations each are formed; of all cuts the one is taken
 * at which the standard error of the mean of what is left, as if it were independent, is least. K. P. White, "An effective truncation
 * heuristic for bias reduction in simulation output", Simulation 69(6), 1997, 323-334; K. P. White, M. J. Cobb, S. C. Spratt, "A
 * comparison of five steady-state truncation heuristics for simulation", Proceedings of the Winter Simulation Conference, 2000, 755-760.
 *
 * @param observations length of the series
 * @param dropped observations to leave out, a multiple of five
 * @param settled whether the cut lies in the first half; else the series is too short to tell where its beginning ends
 */
public record Mser(int observations, int dropped, boolean settled) {

    private static final int BATCH = 5;

    /** With fewer means left their spread says nothing: the last two may be equal by chance. */
    private static final int LEAST_LEFT = 5;

    /**
     * Looks at a series; O(n). Of equal cuts the first is taken; what is left over after the last whole five is not looked at.
     *
     * @param series at least 25 observations in order of time
     * @throws IllegalArgumentException if there are fewer, or one is NaN or infinite
     */
    public static Mser of(double[] series) {
        if (series.length < LEAST_LEFT * BATCH) {
            throw new IllegalArgumentException("found " + series.length + " observations; MSER-5 needs at least 25");
        }
        double[] means = new double[series.length / BATCH];
        for (int batch = 0; batch < means.length; batch++) {
            double[] five = Arrays.copyOfRange(series, batch * BATCH, (batch + 1) * BATCH);
            means[batch] = Observations.mean(Observations.tally(five));
        }
        int cut = cut(means);
        return new Mser(series.length, cut * BATCH, cut <= means.length / 2);
    }

    /** From the end backwards, with the mean and the squares about it of what is left. */
    private static int cut(double[] means) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        double mean = 0;
        double squares = 0;
        for (int first = means.length - 1; first >= 0; first--) {
            int left = means.length - first;
            double distance = means[first] - mean;
            mean += distance / left;
            squares += distance * (means[first] - mean);
            double statistic = squares / ((double) left * left);
            if (left >= LEAST_LEFT && statistic <= least) {
                least = statistic;
                best = first;
            }
        }
        return best;
    }
}
