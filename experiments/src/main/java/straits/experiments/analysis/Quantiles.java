package straits.experiments.analysis;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Sample quantiles by definition 7 of Hyndman and Fan (1996), the default of R and NumPy: linear between order statistics at
 * (n - 1) p + 1. Intervals are distribution-free.
 */
public final class Quantiles {

    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Quantiles of the values, in any order; sorts a copy.
     *
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public static Quantiles of(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            Observations.finite(sorted[i], i);
        }
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    /**
     * The p-quantile; NaN of no observations.
     *
     * @param p in (0, 1)
     */
    public double at(double p) {
        double percent = 100 * OrderStatistics.checked(p);
        return sorted.length == 0
                ? Double.NaN
                : new Percentile().withEstimationType(EstimationType.R_7).evaluate(sorted, percent);
    }

    /**
     * An interval between two observations that covers the p-quantile of the law with at least 95 %; missing when n is too small:
     * below 6 for the median, below 36 for 0.1 or 0.9, below 72 for 0.05 or 0.95.
     *
     * @param p in (0, 1)
     */
    public Interval interval95(double p) {
        return OrderStatistics.interval95(sorted, OrderStatistics.checked(p));
    }
}
