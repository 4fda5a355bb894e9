package straits.experiments.analysis;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.FDistribution;
import umontreal.ssj.stat.Tally;

/**
 * A mean over points in groups: points of one group depend on one another by design (an antithetic pair, a Latin hypercube, a
 * scrambled point set), groups are independent, and each point by itself is distributed as one drawn at random. The units of the
 * interval are the groups.
 *
 * <p>What independent points would have given is judged from the same points: s2 = mean square about the mean + variance of the mean
 * is without bias for the variance of a point, whatever the groups, and s2 / points the variance of their mean. The interval of
 * the gain is that of a ratio of variances of normal samples (F), rough where they are far from normal.
 *
 * <p>Source: A. B. Owen, Monte Carlo theory, methods and examples, 2013, chapters 8, 10 and 17; P. L'Ecuyer, "Randomized quasi-Monte
 * Carlo: an introduction for practitioners", MCQMC 2016, section 3.
 *
 * @param groups independent groups
 * @param points points of all groups
 * @param mean mean of all points; NaN of none
 * @param interval95 its interval by Student's t over groups; missing when there are fewer than two
 * @param variance variance of the mean, from group to group; NaN when there are fewer than two
 * @param plainVariance what it would have been of as many independent points; NaN likewise
 */
public record SampledMean(
        int groups, int points, double mean, Interval interval95, double variance, double plainVariance) {

    /**
     * Estimates the mean.
     *
     * @param groups values by group, all of one size, 1 or more
     * @throws IllegalArgumentException if sizes differ or a value is NaN or infinite
     */
    public static SampledMean of(List<double[]> groups) {
        if (groups.stream().mapToInt(group -> group.length).distinct().count() > 1) {
            throw new IllegalArgumentException("groups differ in size");
        }
        double[] means = groups.stream().mapToDouble(group -> mean(group)).toArray();
        MeanEstimate mean = MeanEstimate.of(means);
        double variance = mean.standardError() * mean.standardError();
        Tally all = Observations.tally(
                groups.stream().flatMapToDouble(Arrays::stream).toArray());
        int points = all.numberObs();
        double square = Observations.variance(all) * (points - 1) / points;
        return new SampledMean(
                means.length, points, mean.mean(), mean.interval95(), variance, (square + variance) / points);
    }

    private static double mean(double[] values) {
        return Observations.mean(Observations.tally(values));
    }

    /** The interval that as many independent points would have given. */
    public Interval plainInterval95() {
        return Interval.around(mean, StudentT.halfWidth95(points, Math.sqrt(plainVariance)));
    }

    /** How many times the variance another way of as many points has is that of this one; NaN if this one has none. */
    public double gainOver(double otherVariance) {
        return variance > 0 ? otherVariance / variance : Double.NaN;
    }

    /** The 95 % interval of a gain, if the other variance rests on as many degrees of freedom as these points have. */
    public Interval gainInterval95(double gain) {
        if (groups < 2 || !(gain > 0)) {
            return Interval.MISSING;
        }
        FDistribution ratio = new FDistribution(null, points - 1.0, groups - 1.0);
        return new Interval(
                gain / ratio.inverseCumulativeProbability(0.975), gain / ratio.inverseCumulativeProbability(0.025));
    }
}
