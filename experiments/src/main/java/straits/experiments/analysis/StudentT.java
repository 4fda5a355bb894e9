package straits.experiments.analysis;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Quantiles of Student's t. By commons-math3, whose mathematics is pure Java: SSJ's {@code StudentDist} calls {@code Math.log},
 * whose last bit may differ between machines, and a table has the same bytes everywhere.
 */
public final class StudentT {

    private static final double ABSOLUTE_ACCURACY = 1e-12;

    private StudentT() {}

    /**
     * The value below which a t variable lies with the given probability.
     *
     * @param probability in (0, 1)
     * @param degreesOfFreedom at least 1
     */
    public static double quantile(double probability, int degreesOfFreedom) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability must be in (0, 1): " + probability);
        }
        return new TDistribution(null, degreesOfFreedom, ABSOLUTE_ACCURACY).inverseCumulativeProbability(probability);
    }

    /** Half width of the two-sided 95 % interval of a mean of n observations; NaN when n is below 2. */
    static double halfWidth95(int n, double standardError) {
        return halfWidth95(n, standardError, 1);
    }

    /** The same for one of several means whose intervals shall hold together: each has its share of the 5 % (Bonferroni). */
    static double halfWidth95(int n, double standardError, int together) {
        return n < 2 ? Double.NaN : quantile(1 - 0.025 / together, n - 1) * standardError;
    }
}
