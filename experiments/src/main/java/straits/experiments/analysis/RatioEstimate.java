package straits.experiments.analysis;

import java.util.Arrays;
import umontreal.ssj.stat.Tally;

/**
 * A ratio of totals over replications, with the jackknife standard error (Efron and Tibshirani 1993, chapter 11). The ratio is
 * that of the totals, not the bias-corrected one, so that it agrees with the sums in the tables.
 *
 * @param n replications
 * @param ratio total of the numerators over total of the denominators; NaN when the latter is zero
 * @param standardError jackknife standard error; NaN when n is below 2 or a leave-one-out ratio is undefined
 * @param interval95 t interval with n - 1 degrees of freedom; missing when the standard error is
 */
public record RatioEstimate(int n, double ratio, double standardError, Interval interval95) {

    /**
     * Estimates the ratio; O(n).
     *
     * @param numerators one per replication, in replication order
     * @param denominators of the same replications
     * @throws IllegalArgumentException if the lengths differ or a value is NaN or infinite
     */
    public static RatioEstimate of(double[] numerators, double[] denominators) {
        Observations.sameLength(numerators, denominators);
        double over = total(numerators);
        double under = total(denominators);
        int n = numerators.length;
        double ratio = quotient(over, under);
        double[] leftOut = new double[n];
        Arrays.setAll(leftOut, i -> quotient(over - numerators[i], under - denominators[i]));
        double standardError = jackknife(leftOut);
        Interval interval = Interval.around(ratio, StudentT.halfWidth95(n, standardError));
        return new RatioEstimate(n, ratio, standardError, interval);
    }

    /** Root of (n - 1)^2 / n times the sample variance of the leave-one-out ratios. */
    private static double jackknife(double[] leftOut) {
        int n = leftOut.length;
        if (n < 2 || Arrays.stream(leftOut).anyMatch(Double::isNaN)) {
            return Double.NaN;
        }
        Tally tally = Observations.tally(leftOut);
        return (n - 1) * Math.sqrt(tally.variance() / n);
    }

    private static double total(double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Observations.finite(values[i], i);
        }
        return sum;
    }

    private static double quotient(double over, double under) {
        return under == 0 ? Double.NaN : over / under;
    }
}
