package straits.experiments.analysis;

import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import umontreal.ssj.stat.Tally;

/**
 * Optimal computing budget allocation: where the next replications help most to tell the system with the greatest mean, as far as
 * means and variances so far go. Systems close to the best, and noisy ones, get more.
 *
 * <p>The probability of a correct selection is Bonferroni's lower bound with the normal approximation, means and variances taken as
 * known: no guarantee. It takes systems as independent, and is lower than it need be under common random numbers.
 *
 * <p>Source: C.-H. Chen, J. Lin, E. Yucesan, S. E. Chick, "Simulation budget allocation for further enhancing the efficiency of ordinal
 * optimization", Discrete Event Dynamic Systems 10, 2000, 251-270: N_i / N_j = (s_i / d_i)^2 / (s_j / d_j)^2 with d the distance from
 * the best, and N_b = s_b sqrt(sum N_i^2 / s_i^2).
 */
public final class ComputingBudget {

    /** Ratios beyond are of systems that no budget tells apart. */
    private static final double MOST = 1e12;

    private final double[] means;
    private final double[] variances;
    private final int[] counts;
    private final double zone;
    private final int best;

    /**
     * What is known so far.
     *
     * @param observations by system, two or more each, of two systems or more
     * @param zone a system less than this behind the best counts as correct too; 0 or more
     */
    public ComputingBudget(List<double[]> observations, double zone) {
        if (observations.size() < 2 || observations.stream().anyMatch(each -> each.length < 2) || !(zone >= 0)) {
            throw new IllegalArgumentException("no allocation among " + observations.size() + " systems, zone " + zone);
        }
        List<Tally> tallies = observations.stream().map(Observations::tally).toList();
        means = tallies.stream().mapToDouble(Tally::average).toArray();
        variances = tallies.stream().mapToDouble(Tally::variance).toArray();
        counts = tallies.stream().mapToInt(Tally::numberObs).toArray();
        this.zone = zone;
        int greatest = 0;
        for (int system = 1; system < means.length; system++) {
            greatest = means[system] > means[greatest] ? system : greatest;
        }
        best = greatest;
    }

    /** The system with the greatest mean, the first of several. */
    public int best() {
        return best;
    }

    /** Shares of the budget by system; they add to one. */
    public double[] shares() {
        double[] shares = new double[means.length];
        double squares = 0;
        for (int system = 0; system < means.length; system++) {
            double distance = means[best] - means[system] + zone;
            if (system != best && variances[system] > 0) {
                shares[system] = Math.min(MOST, variances[system] / (distance * distance));
                squares += shares[system] * shares[system] / variances[system];
            }
        }
        shares[best] = Math.sqrt(variances[best] * squares);
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        for (int system = 0; system < shares.length; system++) {
            // Where nothing varies, nothing is left to learn, and any shares do.
            shares[system] = sum > 0 ? shares[system] / sum : 1.0 / shares.length;
        }
        return shares;
    }

    /** A lower bound of the probability that the greatest mean is of the best system, or of one within the zone; not below 0. */
    public double probabilityCorrect() {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double wrong = 0;
        for (int system = 0; system < means.length; system++) {
            if (system != best) {
                double error = Math.sqrt(variances[best] / counts[best] + variances[system] / counts[system]);
                double distance = means[best] - means[system] + zone;
                wrong += error > 0 ? normal.cumulativeProbability(-distance / error) : distance > 0 ? 0 : 0.5;
            }
        }
        return Math.max(0, 1 - wrong);
    }
}
