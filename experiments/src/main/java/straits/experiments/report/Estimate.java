package straits.experiments.report;

import straits.experiments.analysis.Interval;
import straits.experiments.analysis.MeanEstimate;
import straits.experiments.analysis.Quantiles;

/**
 * A value of a chart with what is known of its accuracy, all in the unit of its axis.
 *
 * @param value the estimate, NaN if there is none
 * @param interval its 95 % interval, missing if n is too small or it has none
 * @param spread quantiles 0.05 and 0.95 over replications, missing where these are too few for them
 * @param n replications, or what else the units are
 * @param grey whether it is a difference that n units cannot tell from none
 */
public record Estimate(double value, Interval interval, Interval spread, int n, boolean grey) {

    /** No value. */
    public static final Estimate MISSING = new Estimate(Double.NaN, Interval.MISSING, Interval.MISSING, 0, false);

    /** Below this many the 0.05 and 0.95 quantiles have no 95 % interval; see {@link Quantiles#interval95}. */
    static final int ENOUGH_FOR_SPREAD = 72;

    /** A number that is exact, or whose accuracy is not known. */
    public static Estimate of(double value, int n) {
        return new Estimate(value, Interval.MISSING, Interval.MISSING, n, false);
    }

    /** An estimate with its interval. */
    public static Estimate of(double value, Interval interval, int n) {
        return new Estimate(value, interval, Interval.MISSING, n, false);
    }

    /**
     * The mean of independent replications, by Student's t.
     *
     * @param values one per replication
     */
    static Estimate mean(double[] values) {
        if (values.length == 0) {
            return MISSING;
        }
        MeanEstimate mean = MeanEstimate.of(values);
        return new Estimate(mean.mean(), mean.interval95(), spread(values), values.length, false);
    }

    /** The 0.05 and 0.95 quantiles; missing if there are too few values. */
    static Interval spread(double[] values) {
        if (values.length < ENOUGH_FOR_SPREAD) {
            return Interval.MISSING;
        }
        Quantiles quantiles = Quantiles.of(values);
        return new Interval(quantiles.at(0.05), quantiles.at(0.95));
    }

    /** Whether there is no value. */
    public boolean missing() {
        return Double.isNaN(value);
    }

    /** The same in another unit. */
    Estimate times(double factor) {
        return new Estimate(value * factor, times(interval, factor), times(spread, factor), n, grey);
    }

    /** The same with what is below zero cut off its intervals. */
    Estimate fromZero() {
        return new Estimate(value, fromZero(interval), fromZero(spread), n, grey);
    }

    private static Interval fromZero(Interval interval) {
        return interval.missing() ? interval : new Interval(Math.max(0, interval.low()), Math.max(0, interval.high()));
    }

    private static Interval times(Interval interval, double factor) {
        return interval.missing() ? interval : new Interval(interval.low() * factor, interval.high() * factor);
    }
}
