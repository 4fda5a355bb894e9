package straits.experiments.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fully sequential selection of the system with the greatest mean: after each replication, systems whose mean lies too far below
 * that of another are dropped, until one is left. If observations are normal and the best is better than every other by the
 * indifference zone or more, it is the one left with at least the stated confidence; with or without common random numbers.
 *
 * <p>Source: S.-H. Kim and B. L. Nelson, "A fully sequential procedure for indifference-zone selection in simulation", ACM TOMACS
 * 11(3), 2001, 251-273, with c = 1: eta = ((2 alpha / (k - 1))^(-2 / (n0 - 1)) - 1) / 2, h2 = 2 eta (n0 - 1); system i is dropped
 * after r replications if its mean is below that of an l by more than W = max(0, delta / (2 r) (h2 S2 / delta^2 - r)), S2 the variance
 * of their differences over the first n0. One step costs O(systems left squared).
 */
public final class KimNelson {

    private final double zone;
    private final double width;
    private final double[][] variances;
    private final double[] sums;
    private final List<Integer> left = new ArrayList<>();
    private int replications;

    /**
     * Begins with the first stage and drops whom it can.
     *
     * @param first observations by replication, then system; two replications or more of two systems or more
     * @param confidence probability of a correct selection, in (0, 1) and above one over the number of systems
     * @param zone indifference zone, above 0, in the unit of the observations
     */
    public KimNelson(double[][] first, double confidence, double zone) {
        int systems = first[0].length;
        if (first.length < 2 || systems < 2 || !(zone > 0) || !(confidence > 1.0 / systems && confidence < 1)) {
            throw new IllegalArgumentException("no selection of " + systems + " systems by " + first.length
                    + " replications with confidence " + confidence + " and indifference zone " + zone);
        }
        this.zone = zone;
        int degrees = first.length - 1;
        double base = 2 * (1 - confidence) / (systems - 1);
        width = (StrictMath.pow(base, -2.0 / degrees) - 1) * degrees;
        variances = variances(first, systems);
        sums = new double[systems];
        for (int system = 0; system < systems; system++) {
            left.add(system);
        }
        for (double[] replication : first) {
            count(replication);
        }
        drop();
    }

    private static double[][] variances(double[][] first, int systems) {
        double[][] variances = new double[systems][systems];
        for (int i = 0; i < systems; i++) {
            for (int l = 0; l < i; l++) {
                int one = i;
                int other = l;
                double[] differences = Arrays.stream(first)
                        .mapToDouble(replication -> replication[one] - replication[other])
                        .toArray();
                variances[i][l] = Observations.variance(Observations.tally(differences));
                variances[l][i] = variances[i][l];
            }
        }
        return variances;
    }

    private void count(double[] replication) {
        left.forEach(system -> sums[system] += Observations.finite(replication[system], system));
        replications++;
    }

    /** All systems are judged against all that were left before, whichever of these go now. */
    private void drop() {
        List<Integer> before = List.copyOf(left);
        left.removeIf(system -> before.stream().anyMatch(other -> beaten(system, other)));
    }

    private boolean beaten(int system, int other) {
        double behind = (sums[other] - sums[system]) / replications;
        double room = zone / (2 * replications) * (width * variances[system][other] / (zone * zone) - replications);
        // Equal to the last bit and out of room, the one listed first stays.
        return behind > Math.max(0, room) || (behind == 0 && room <= 0 && other < system);
    }

    /**
     * One more replication.
     *
     * @param replication observations by system; those of systems that were dropped are not looked at
     */
    public void add(double[] replication) {
        if (!decided()) {
            count(replication);
            drop();
        }
    }

    /** Whether one system is left. */
    public boolean decided() {
        return left.size() == 1;
    }

    /** The systems left, in their order. */
    public List<Integer> left() {
        return List.copyOf(left);
    }

    /** The system with the greatest mean of those left. */
    public int best() {
        int best = left.get(0);
        for (int system : left) {
            best = sums[system] > sums[best] ? system : best;
        }
        return best;
    }

    /** Replications of those left. */
    public int replications() {
        return replications;
    }
}
