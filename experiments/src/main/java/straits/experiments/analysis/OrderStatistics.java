package straits.experiments.analysis;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * The distribution-free 95 % interval of a quantile: the number of observations at or below the p-quantile is binomial (n, p), so
 * that two order statistics enclose it with a probability that depends on n and p alone (David and Nagaraja, Order Statistics,
 * 3rd edition, section 7.1). At most 2.5 % is left out on each side; for a discrete law the coverage is only greater.
 */
final class OrderStatistics {

    private OrderStatistics() {}

    /** Interval of the p-quantile of sorted values, which may be infinite; missing when there are too few. */
    static Interval interval95(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Interval.MISSING;
        }
        BinomialDistribution below = new BinomialDistribution(null, sorted.length, p);
        int low = below.inverseCumulativeProbability(0.025);
        int high = below.inverseCumulativeProbability(0.975);
        boolean enough = low >= 1 && high < sorted.length;
        return enough ? new Interval(sorted[low - 1], sorted[high]) : Interval.MISSING;
    }

    /** Refuses a probability outside (0, 1). */
    static double checked(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("quantile probability must be in (0, 1): " + p);
        }
        return p;
    }
}
