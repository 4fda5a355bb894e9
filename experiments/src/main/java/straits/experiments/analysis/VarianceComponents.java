package straits.experiments.analysis;

import java.util.List;
import umontreal.ssj.stat.Tally;

/**
 * A one-way layout with random effects, taken apart: how much of the variance of single observations is of the group (a point of
 * sampled inputs) and how much within groups (replications of it). Groups may differ in size.
 *
 * <p>The estimators are those of the analysis of variance: within = MSW, between = (MSB - MSW) / n0 with n0 = (N - sum n_i^2 / N)
 * / (a - 1), set to zero if negative. Source: S. R. Searle, G. Casella, C. E. McCulloch, Variance Components, 1992, section 3.6.
 *
 * @param groups number of groups that have an observation
 * @param n observations of all groups
 * @param mean mean of the group means, each group a unit; NaN of none
 * @param interval95 its 95 % interval by Student's t over the group means; missing when there are fewer than two groups
 * @param between variance of group means that replications do not explain; NaN when it cannot be told from what is within
 * @param within variance within groups; NaN when no group has two observations
 */
public record VarianceComponents(int groups, int n, double mean, Interval interval95, double between, double within) {

    /**
     * Takes the observations of several groups apart.
     *
     * @param groups observations by group; a group of none is left out
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public static VarianceComponents of(List<double[]> groups) {
        List<Tally> tallies = groups.stream()
                .filter(group -> group.length > 0)
                .map(Observations::tally)
                .toList();
        int n = tallies.stream().mapToInt(Tally::numberObs).sum();
        double[] means = tallies.stream().mapToDouble(Tally::average).toArray();
        MeanEstimate mean = MeanEstimate.of(means);
        double within = within(tallies, n);
        return new VarianceComponents(
                tallies.size(), n, mean.mean(), mean.interval95(), between(tallies, n, within), within);
    }

    /** Mean square within: squares about the group means over what is left of n. */
    private static double within(List<Tally> groups, int n) {
        double squares = groups.stream()
                .filter(group -> group.numberObs() > 1)
                .mapToDouble(group -> group.variance() * (group.numberObs() - 1))
                .sum();
        int degreesOfFreedom = n - groups.size();
        return degreesOfFreedom == 0 ? Double.NaN : squares / degreesOfFreedom;
    }

    private static double between(List<Tally> groups, int n, double within) {
        if (groups.size() < 2) {
            return Double.NaN;
        }
        double grand = groups.stream().mapToDouble(Tally::sum).sum() / n;
        double squares = 0;
        double sizesSquared = 0;
        for (Tally group : groups) {
            double distance = group.average() - grand;
            squares += group.numberObs() * distance * distance;
            sizesSquared += (double) group.numberObs() * group.numberObs();
        }
        double meanSquare = squares / (groups.size() - 1);
        double usualSize = (n - sizesSquared / n) / (groups.size() - 1);
        double between = (meanSquare - within) / usualSize;
        return between < 0 ? 0 : between;
    }

    /** Share of the variance of one observation that is of its group; NaN if that cannot be told. */
    public double betweenShare() {
        double all = between + within;
        return all > 0 ? between / all : Double.NaN;
    }
}
