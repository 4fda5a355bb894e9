package straits.experiments.analysis;

import umontreal.ssj.stat.Tally;

/**
 * A mean over independent replications with Student's t interval, which assumes that the mean is near normal.
 *
 * @param n observations
 * @param mean their mean; NaN of none
 * @param standardError standard error of the mean; NaN when n is below 2
 * @param interval95 two-sided 95 % interval; missing when n is below 2
 */
public record MeanEstimate(int n, double mean, double standardError, Interval interval95) {

    /**
     * Estimates the mean.
     *
     * @param values one per replication, in replication order
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public static MeanEstimate of(double[] values) {
        return of(Observations.tally(values));
    }

    /**
     * Estimates a mean over two crossed samples, such as replications and orders that all of them were looked at in. The variance is
     * at most the sum of those of both, each taken over means of the other; the degrees of freedom are those of the smaller.
     *
     * @param rows means over the second sample, one per unit of the first; their number is {@code n} of the result
     * @param columns means over the first sample, one per unit of the second
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public static MeanEstimate crossed(double[] rows, double[] columns) {
        MeanEstimate one = of(rows);
        MeanEstimate other = of(columns);
        double error = Math.hypot(one.standardError, other.standardError);
        int units = Math.min(one.n, other.n);
        return new MeanEstimate(one.n, one.mean, error, Interval.around(one.mean, StudentT.halfWidth95(units, error)));
    }

    private static MeanEstimate of(Tally tally) {
        int n = tally.numberObs();
        double mean = Observations.mean(tally);
        double standardError = Math.sqrt(Observations.variance(tally) / n);
        Interval interval = Interval.around(mean, StudentT.halfWidth95(n, standardError));
        return new MeanEstimate(n, mean, standardError, interval);
    }

    /** Half width of the interval over the absolute mean; NaN when the interval is missing or the mean is zero. */
    public double relativeHalfWidth() {
        return mean == 0 ? Double.NaN : interval95.halfWidth() / Math.abs(mean);
    }
}
