package straits.experiments.analysis;

import java.util.Arrays;

/**
 * The summary of a date that may never come within the horizon. There is no mean on purpose: it would be infinite, or, taken over
 * the replications where the date came, biased.
 */
public final class CensoredDate {

    /** So that 0.07 x 100, which is 7.000000000000001 in doubles, means the seventh observation. */
    private static final double RANK_ROUNDING = 1e-9;

    private final double[] sorted;
    private final int never;

    private CensoredDate(double[] sorted, int never) {
        this.sorted = sorted;
        this.never = never;
    }

    /**
     * Summarises the times; sorts a copy.
     *
     * @param times one per replication, any unit; {@link Double#POSITIVE_INFINITY} for never
     * @throws IllegalArgumentException if a time is NaN or minus infinity
     */
    public static CensoredDate of(double[] times) {
        double[] sorted = times.clone();
        int never = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (!(sorted[i] > Double.NEGATIVE_INFINITY)) {
                throw new IllegalArgumentException("time " + i + " must be finite or +infinity: " + sorted[i]);
            }
            never += sorted[i] == Double.POSITIVE_INFINITY ? 1 : 0;
        }
        Arrays.sort(sorted);
        return new CensoredDate(sorted, never);
    }

    /** Number of replications. */
    public int n() {
        return sorted.length;
    }

    /** Number of replications in which the date never came. */
    public int never() {
        return never;
    }

    /** Share of replications in which the date never came; NaN of none. */
    public double neverProbability() {
        return never / (double) sorted.length;
    }

    /** Wilson interval of {@link #neverProbability()}; missing of no replications. */
    public Interval neverInterval95() {
        return Wilson.interval95(never, sorted.length);
    }

    /**
     * The first time by which at least the share p of the replications saw the date (definition 1 of Hyndman and Fan 1996, always
     * an observed time: nothing can be interpolated towards never); infinite when fewer did; NaN of none.
     *
     * @param p in (0, 1)
     */
    public double quantile(double p) {
        double rank = OrderStatistics.checked(p) * sorted.length;
        int at = Math.max(1, (int) Math.ceil(rank - RANK_ROUNDING));
        return sorted.length == 0 ? Double.NaN : sorted[at - 1];
    }

    /**
     * Distribution-free interval of the p-quantile, whose ends may be infinite; missing when n is too small, as in
     * {@link Quantiles#interval95}.
     *
     * @param p in (0, 1)
     */
    public Interval quantileInterval95(double p) {
        return OrderStatistics.interval95(sorted, OrderStatistics.checked(p));
    }
}
