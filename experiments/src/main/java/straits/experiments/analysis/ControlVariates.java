package straits.experiments.analysis;

import java.util.List;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * A mean with chance taken out by control variates: what is observed beside it in the same replications and has a known mean of zero.
 * The estimate is the constant of a linear regression on the controls, with Student's t at as many degrees of freedom as the
 * regression leaves. Exact where observation and controls are jointly normal; else the estimate has a bias of order 1/n (A. M. Law,
 * Simulation Modeling and Analysis, section 11.4; S. S. Lavenberg and P. D. Welch, Management Science 27(3), 1981, 322-335).
 *
 * @param n replications
 * @param controls controls used: those that vary
 * @param mean the estimate
 * @param standardError its standard error by the regression
 * @param interval95 t interval with n - 1 - controls degrees of freedom
 * @param varianceRatio variance of the plain mean over that of this estimate, both as estimated; below 1 the controls hurt; NaN where
 *     the regression leaves no variance
 */
public record ControlVariates(
        int n, int controls, double mean, double standardError, Interval interval95, double varianceRatio) {

    /** Fewest degrees of freedom left: below, what is gained is lost again to the estimation of the coefficients. */
    public static final int LEAST_DEGREES_OF_FREEDOM = 10;

    /** Where the columns, of unit length each, are so nearly dependent that the coefficients are noise. */
    private static final double SINGULAR_BELOW = 1e-9;

    /**
     * The estimate, or the plain mean where no control varies, there are too few replications, or the controls depend on each other.
     *
     * @param values one per replication, in replication order
     * @param controls of the same replications, by control; of mean zero by their law, not by subtraction of an average
     * @throws IllegalArgumentException if lengths differ or a value is NaN or infinite
     */
    public static ControlVariates of(double[] values, List<double[]> controls) {
        controls.forEach(control -> Observations.sameLength(values, control));
        MeanEstimate plain = MeanEstimate.of(values);
        List<double[]> varying = controls.stream()
                .filter(control -> Observations.variance(Observations.tally(control)) > 0)
                .toList();
        int degreesOfFreedom = values.length - 1 - varying.size();
        if (varying.isEmpty() || degreesOfFreedom < LEAST_DEGREES_OF_FREEDOM) {
            return uncontrolled(plain);
        }
        try {
            return regression(values, varying, plain);
        } catch (SingularMatrixException e) {
            return uncontrolled(plain);
        }
    }

    private static ControlVariates uncontrolled(MeanEstimate plain) {
        return new ControlVariates(plain.n(), 0, plain.mean(), plain.standardError(), plain.interval95(), 1);
    }

    private static ControlVariates regression(double[] values, List<double[]> controls, MeanEstimate plain) {
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression(SINGULAR_BELOW);
        regression.newSampleData(values, rows(controls));
        double mean = regression.estimateRegressionParameters()[0];
        double standardError = regression.estimateRegressionParametersStandardErrors()[0];
        int left = values.length - 1 - controls.size();
        double halfWidth = StudentT.quantile(0.975, left) * standardError;
        double ratio = plain.standardError() / standardError;
        return new ControlVariates(
                values.length,
                controls.size(),
                mean,
                standardError,
                Interval.around(mean, halfWidth),
                standardError > 0 ? ratio * ratio : Double.NaN);
    }

    /** By replication, each control in units of its root mean square, so that sizes of numbers do not matter. */
    private static double[][] rows(List<double[]> controls) {
        double[][] rows = new double[controls.get(0).length][controls.size()];
        for (int control = 0; control < controls.size(); control++) {
            double[] its = controls.get(control);
            double size = Math.sqrt(StatUtils.sumSq(its) / its.length);
            for (int row = 0; row < rows.length; row++) {
                rows[row][control] = its[row] / size;
            }
        }
        return rows;
    }

    /** Whether anything was controlled. */
    public boolean controlled() {
        return controls > 0;
    }

    /** Whether plain sampling would have done better. */
    public boolean hurts() {
        return varianceRatio < 1;
    }
}
