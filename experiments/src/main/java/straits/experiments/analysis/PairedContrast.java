package straits.experiments.analysis;

import java.util.Arrays;
import umontreal.ssj.stat.Tally;

/**
 * The difference of two systems over replications run with common random numbers, by Student's t on the paired differences
 * (Law, Simulation Modeling and Analysis, section 10.2).
 *
 * @param n pairs
 * @param meanDifference mean of first minus second; NaN of none
 * @param standardError standard error of that mean; NaN when n is below 2
 * @param interval95 two-sided 95 % interval of the difference; missing when n is below 2
 * @param varianceRatio (var first + var second) / var (first - second): how many times more independent replications the same
 *     standard error would have cost; NaN when n is below 2 or the differences do not vary
 */
public record PairedContrast(
        int n, double meanDifference, double standardError, Interval interval95, double varianceRatio) {

    /**
     * Contrasts two systems.
     *
     * @param first one observation per replication, in replication order
     * @param second the same replications of the other system
     * @throws IllegalArgumentException if the lengths differ or a value is NaN or infinite
     */
    public static PairedContrast of(double[] first, double[] second) {
        Observations.sameLength(first, second);
        double independent = variance(first) + variance(second);
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> first[i] - second[i]);
        MeanEstimate mean = MeanEstimate.of(differences);
        double paired = variance(differences);
        return new PairedContrast(
                mean.n(),
                mean.mean(),
                mean.standardError(),
                mean.interval95(),
                paired > 0 ? independent / paired : Double.NaN);
    }

    private static double variance(double[] values) {
        Tally tally = Observations.tally(values);
        return Observations.variance(tally);
    }

    /**
     * The interval, widened so that it and those of other comparisons hold all together with a probability of at least 95 %
     * (Bonferroni); missing when n is below 2.
     *
     * @param comparisons how many are made, this one included; at least 1
     */
    public Interval simultaneous95(int comparisons) {
        if (comparisons < 1) {
            throw new IllegalArgumentException("comparisons must be 1 or more: " + comparisons);
        }
        return Interval.around(meanDifference, StudentT.halfWidth95(n, standardError, comparisons));
    }

    /** Whether that interval excludes zero, and there is a difference to speak of; false when it is missing. */
    public boolean differs(int comparisons) {
        Interval interval = simultaneous95(comparisons);
        return !interval.missing() && !interval.covers(0);
    }
}
