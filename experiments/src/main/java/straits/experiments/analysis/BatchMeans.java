package straits.experiments.analysis;

import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * The mean of one long series by the means of its batches, as if these were independent (A. M. Law, Simulation Modeling and Analysis,
 * section 9.5.3). They nearly are if batches are long against the memory of the series; the correlation of neighbours tells.
 *
 * @param length observations of a batch
 * @param mean the mean over batches with Student's interval
 * @param lag1 correlation of each batch mean with the next; NaN of fewer than three batches or of batches that do not vary
 */
public record BatchMeans(int length, MeanEstimate mean, double lag1) {

    /** Standard normal quantile 0.95: neighbours more alike than this many standard deviations of chance are a warning. */
    private static final double ONE_SIDED_95 = 1.6448536269514722;

    /** Fewest batches: with fewer the interval is wide and the correlation is not seen. */
    public static final int LEAST_BATCHES = 10;

    /**
     * Cuts a series into batches; what is left over at its beginning is not used.
     *
     * @param series observations in order of time
     * @param length observations of a batch, 1 or more
     * @throws IllegalArgumentException if there is no whole batch, or an observation is NaN or infinite
     */
    public static BatchMeans of(double[] series, int length) {
        int batches = series.length / length;
        if (batches == 0) {
            throw new IllegalArgumentException("found " + series.length + " observations; a batch alone has " + length);
        }
        int from = series.length - batches * length;
        double[] means = new double[batches];
        for (int batch = 0; batch < batches; batch++) {
            int start = from + batch * length;
            means[batch] = Observations.mean(Observations.tally(Arrays.copyOfRange(series, start, start + length)));
        }
        return new BatchMeans(length, MeanEstimate.of(means), lag1(means));
    }

    private static double lag1(double[] means) {
        int pairs = means.length - 1;
        return pairs < 2
                ? Double.NaN
                : new PearsonsCorrelation()
                        .correlation(Arrays.copyOf(means, pairs), Arrays.copyOfRange(means, 1, means.length));
    }

    /** Number of batches. */
    public int batches() {
        return mean.n();
    }

    /** Whether neighbours are more alike than chance makes them in one of twenty series: the interval is then too narrow. */
    public boolean dependent() {
        return lag1 > ONE_SIDED_95 / Math.sqrt(batches());
    }
}
