package straits.experiments.analysis;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.stat.Tally;

/**
 * The difference of two systems over replications run with common random numbers, by Student's t on the paired differences
 * (Law, Simulation Modeling and Analysis, section 10.2). Of shares, which are 0 or 1 in a replication, by the adjusted interval of D. G.
 * Bonett and R. M. Price, "Adjusted Wald confidence interval for a difference of binomial proportions based on paired data",
 * Journal of Educational and Behavioral Statistics 37(4), 2012, 479-488: a few pairs that agree have no variance, and prove nothing.
 *
 * @param n pairs
 * @param meanDifference mean of first minus second; NaN of none
 * @param standardError standard error of that mean; NaN when n is below 2
 * @param interval95 two-sided 95 % interval of the difference; missing when n is below 2
 * @param varianceRatio (var first + var second) / var (first - second): how many times more independent replications the same
 *     standard error would have cost; NaN when n is below 2 or the differences do not vary
 * @param adjusted what the interval of a difference of shares is made around; null for other numbers
 */
public record PairedContrast(
        int n,
        double meanDifference,
        double standardError,
        Interval interval95,
        double varianceRatio,
        @Nullable Adjusted adjusted) {

    /**
     * Difference of shares with one agreeing and one contrary pair added to each kind that differs.
     *
     * @param centre the difference
     * @param standardError its standard error
     * @param up pairs in which the first has it and the second not
     * @param down pairs in which the second has it and the first not
     */
    public record Adjusted(double centre, double standardError, int up, int down) {

        private static Adjusted of(double[] differences) {
            double pairs = differences.length + 2.0;
            int up = (int) Arrays.stream(differences).filter(each -> each > 0).count();
            int down = (int) Arrays.stream(differences).filter(each -> each < 0).count();
            double centre = (up - down) / pairs;
            return new Adjusted(centre, Math.sqrt(((up + down + 2) / pairs - centre * centre) / pairs), up, down);
        }

        /** Of very few pairs the interval is too short; the exact sign test (McNemar's) is not. Asked only of pairs that differ. */
        private boolean signTestRejects(int comparisons) {
            return new BinomialTest().binomialTest(up + down, up, 0.5, AlternativeHypothesis.TWO_SIDED) * comparisons
                    <= 0.05;
        }

        private Interval interval(int comparisons) {
            double quantile = new NormalDistribution(0, 1).inverseCumulativeProbability(1 - 0.025 / comparisons);
            double half = quantile * standardError;
            return new Interval(Math.max(-1, centre - half), Math.min(1, centre + half));
        }
    }

    /**
     * Contrasts two systems.
     *
     * @param first one observation per replication, in replication order
     * @param second the same replications of the other system
     * @throws IllegalArgumentException if the lengths differ or a value is NaN or infinite
     */
    public static PairedContrast of(double[] first, double[] second) {
        double[] differences = differences(first, second);
        double independent = variance(first) + variance(second);
        MeanEstimate mean = MeanEstimate.of(differences);
        double paired = variance(differences);
        return new PairedContrast(
                mean.n(),
                mean.mean(),
                mean.standardError(),
                mean.interval95(),
                paired > 0 ? independent / paired : Double.NaN,
                null);
    }

    /**
     * Contrasts the shares of replications in which something is so.
     *
     * @param first 1 where it is so and 0 where not, per replication, in replication order
     * @param second the same replications of the other system
     * @throws IllegalArgumentException as for {@link #of}
     */
    public static PairedContrast ofShares(double[] first, double[] second) {
        PairedContrast raw = of(first, second);
        if (raw.n < 2) {
            return raw;
        }
        Adjusted adjusted = Adjusted.of(differences(first, second));
        return new PairedContrast(
                raw.n, raw.meanDifference, raw.standardError, adjusted.interval(1), raw.varianceRatio, adjusted);
    }

    private static double[] differences(double[] first, double[] second) {
        Observations.sameLength(first, second);
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> first[i] - second[i]);
        return differences;
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
        return adjusted != null
                ? adjusted.interval(comparisons)
                : Interval.around(meanDifference, StudentT.halfWidth95(n, standardError, comparisons));
    }

    /**
     * Whether that interval excludes zero, and there is a difference to speak of; false when it is missing. Of shares the exact sign
     * test must say so too.
     */
    public boolean differs(int comparisons) {
        Interval interval = simultaneous95(comparisons);
        boolean excluded = !interval.missing() && !interval.covers(0);
        return excluded && (adjusted == null || adjusted.signTestRejects(comparisons));
    }
}
