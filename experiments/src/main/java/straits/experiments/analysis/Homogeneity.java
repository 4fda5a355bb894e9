package straits.experiments.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * Whether two sets of replications can come from the same distribution: p values, and which of many are small by more than chance.
 * NaN where the replications are too few to tell.
 */
public final class Homogeneity {

    private Homogeneity() {}

    /** Means of independent replications, by Welch's t test. */
    public static double ofMeans(double[] one, double[] other) {
        if (one.length < 2 || other.length < 2) {
            return Double.NaN;
        }
        if (StatUtils.variance(one) == 0 && StatUtils.variance(other) == 0) {
            return one[0] == other[0] ? 1 : 0;
        }
        return new TTest().tTest(one, other);
    }

    /** Means of replications that share their random numbers pair by pair, by the t test of their differences. */
    public static double ofPairs(double[] one, double[] other) {
        double[] differences = new double[one.length];
        for (int pair = 0; pair < differences.length; pair++) {
            differences[pair] = one[pair] - other[pair];
        }
        if (StatUtils.sumSq(differences) == 0) {
            return 1;
        }
        if (differences.length < 2) {
            return Double.NaN;
        }
        return StatUtils.variance(differences) == 0 ? 0 : new TTest().tTest(0, differences);
    }

    /** Shares of categories, by the chi-square test of two samples. */
    public static double ofShares(List<String> one, List<String> other) {
        if (one.size() < 2 || other.size() < 2) {
            return Double.NaN;
        }
        Set<String> categories = new TreeSet<>(one);
        categories.addAll(other);
        return categories.size() == 1
                ? 1
                : new ChiSquareTest()
                        .chiSquareTestDataSetsComparison(counts(one, categories), counts(other, categories));
    }

    private static long[] counts(List<String> sample, Set<String> categories) {
        Map<String, Long> counts = new TreeMap<>();
        categories.forEach(category -> counts.put(category, 0L));
        sample.forEach(category -> counts.merge(category, 1L, Long::sum));
        return counts.values().stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * Which of many tests reject, so that the probability of even one wrong rejection is at most the level (Holm, 1979). NaN never
     * rejects and does not count as a test.
     *
     * @param pValues p value by test
     * @param level such as 0.05
     * @return the tests that reject, smallest p value first
     */
    public static List<Integer> rejected(double[] pValues, double level) {
        List<Integer> order = new ArrayList<>();
        for (int test = 0; test < pValues.length; test++) {
            if (!Double.isNaN(pValues[test])) {
                order.add(test);
            }
        }
        order.sort(Comparator.comparingDouble(test -> pValues[test]));
        int rejected = 0;
        while (rejected < order.size() && pValues[order.get(rejected)] <= level / (order.size() - rejected)) {
            rejected++;
        }
        return List.copyOf(order.subList(0, rejected));
    }
}
