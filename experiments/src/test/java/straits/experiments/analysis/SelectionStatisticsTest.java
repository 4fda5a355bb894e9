package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SelectionStatisticsTest {

    /** Systems of these means, unit variance, with a share of their noise in common. */
    private static double[] replication(Random random, double[] means, double shared) {
        double common = Math.sqrt(shared) * random.nextGaussian();
        return Arrays.stream(means)
                .map(mean -> mean + common + Math.sqrt(1 - shared) * random.nextGaussian())
                .toArray();
    }

    private static KimNelson select(Random random, double[] means, double shared, double confidence, double zone) {
        double[][] first = new double[10][];
        Arrays.setAll(first, i -> replication(random, means, shared));
        KimNelson selection = new KimNelson(first, confidence, zone);
        while (!selection.decided()) {
            selection.add(replication(random, means, shared));
        }
        return selection;
    }

    /** The best is better by exactly the zone, the hardest case: at least 95 % right, three standard errors of 2,000 allowed. */
    @Test
    void kimNelsonSelectsTheBestAsOftenAsItSays() {
        Random random = new Random(3);
        double[] means = {0, 0, 0, 0.5, 0};
        int trials = 2_000;
        int right = 0;
        double alone = 0;
        double shared = 0;
        for (int trial = 0; trial < trials; trial++) {
            KimNelson selection = select(random, means, 0, 0.95, 0.5);
            right += selection.best() == 3 ? 1 : 0;
            alone += selection.replications();
            shared += select(random, means, 0.8, 0.95, 0.5).replications();
        }
        assertThat(right / (double) trials).isGreaterThan(0.95 - 3 * Math.sqrt(0.95 * 0.05 / trials));
        assertThat(shared).isLessThan(alone / 2);
    }

    @Test
    void kimNelsonKeepsItsWordUnderCommonRandomNumbers() {
        Random random = new Random(4);
        double[] means = {0, 0.5, 0};
        int trials = 2_000;
        int right = 0;
        for (int trial = 0; trial < trials; trial++) {
            right += select(random, means, 0.8, 0.9, 0.5).best() == 1 ? 1 : 0;
        }
        assertThat(right / (double) trials).isGreaterThan(0.9 - 3 * Math.sqrt(0.9 * 0.1 / trials));
    }

    /**
     * n0 = 3, k = 2, confidence 0.95: eta = ((0.1)^(-1) - 1) / 2 = 4.5, h2 = 18. Differences 1, 2, 3 have variance 1, mean 2. After 3
     * replications W = 1 / 6 (18 - 3) = 2.5: both stay. A fourth difference of 2.6 makes the mean 2.15, W = 1 / 8 (18 - 4) = 1.75.
     */
    @Test
    void twoSystemsByHand() {
        double[][] first = {{1, 0}, {2, 0}, {3, 0}};
        KimNelson selection = new KimNelson(first, 0.95, 1);
        assertThat(selection.left()).containsExactly(0, 1);
        selection.add(new double[] {2.6, 0});
        assertThat(selection.decided()).isTrue();
        assertThat(selection.best()).isZero();
        assertThat(selection.replications()).isEqualTo(4);
        selection.add(new double[] {-100, 0});
        assertThat(selection.replications()).isEqualTo(4);
    }

    @Test
    void systemsThatAreEqualToTheLastBitEndWithTheFirst() {
        double[][] first = {{5, 5, 5}, {6, 6, 6}};
        KimNelson selection = new KimNelson(first, 0.95, 1);
        assertThat(selection.left()).containsExactly(0);
    }

    @Test
    void whatCannotBeSelectedIsRefused() {
        double[][] first = {{1, 2}, {2, 3}};
        assertThatThrownBy(() -> new KimNelson(first, 0.95, 0)).hasMessageContaining("zone 0.0");
        assertThatThrownBy(() -> new KimNelson(first, 0.5, 1)).hasMessageContaining("confidence 0.5");
        assertThatThrownBy(() -> new KimNelson(first, 1, 1)).hasMessageContaining("confidence 1.0");
        assertThatThrownBy(() -> new ComputingBudget(List.of(new double[] {1, 2}), 0))
                .hasMessageContaining("among 1");
    }

    /** Means 4, 2, 0 and variances 2: shares 1/4 and 1/16 of the others, sqrt(1/16 + 1/256) of the best. */
    @Test
    void theBudgetGoesWhereItHelps() {
        ComputingBudget budget =
                new ComputingBudget(List.of(new double[] {3, 5}, new double[] {1, 3}, new double[] {-1, 1}), 0);
        double best = Math.sqrt(1.0 / 16 + 1.0 / 256);
        double sum = best + 1.0 / 4 + 1.0 / 16;
        assertThat(budget.best()).isZero();
        assertThat(budget.shares()[0]).isCloseTo(best / sum, within(1e-12));
        assertThat(budget.shares()[1]).isCloseTo(0.25 / sum, within(1e-12));
        assertThat(budget.shares()[2]).isCloseTo(0.0625 / sum, within(1e-12));
        // errors sqrt(2 / 2 + 2 / 2): 1 - Phi(-2 / sqrt 2) - Phi(-4 / sqrt 2), of any table
        assertThat(budget.probabilityCorrect()).isCloseTo(1 - 0.0786496 - 0.0023389, within(1e-6));
    }

    @Test
    void whatDoesNotVaryNeedsNoBudget() {
        ComputingBudget budget =
                new ComputingBudget(List.of(new double[] {3, 3}, new double[] {1, 3}, new double[] {2, 2}), 0);
        assertThat(budget.shares()).containsExactly(0, 1, 0);
        ComputingBudget nothing = new ComputingBudget(List.of(new double[] {3, 3}, new double[] {2, 2}), 0);
        assertThat(nothing.shares()).containsExactly(0.5, 0.5);
        assertThat(nothing.probabilityCorrect()).isEqualTo(1);
    }

    /** Its bound is not far from how often it is right, and it takes fewer runs for it than equal shares. */
    @Test
    void theAllocationIsRightAboutAsOftenAsItSays() {
        int trials = 1_000;
        int right = 0;
        double said = 0;
        for (int trial = 0; trial < trials; trial++) {
            Random random = new Random(trial);
            double[] means = {0, 0.2, 0.4, 1, 0.6};
            List<List<Double>> all = new ArrayList<>();
            for (double mean : means) {
                all.add(new ArrayList<>());
                for (int i = 0; i < 10; i++) {
                    all.get(all.size() - 1).add(mean + random.nextGaussian());
                }
            }
            ComputingBudget budget = budget(all);
            for (int total = 50; total < 600 && budget.probabilityCorrect() < 0.95; total++) {
                int next = hungriest(budget.shares(), all, total + 1);
                all.get(next).add(means[next] + random.nextGaussian());
                budget = budget(all);
            }
            right += budget.best() == 3 ? 1 : 0;
            said += budget.probabilityCorrect() / trials;
        }
        assertThat(said).isBetween(0.94, 0.98);
        assertThat(right / (double) trials).isGreaterThan(0.90);
    }

    private static ComputingBudget budget(List<List<Double>> all) {
        return new ComputingBudget(
                all.stream()
                        .map(its ->
                                its.stream().mapToDouble(Double::doubleValue).toArray())
                        .toList(),
                0);
    }

    private static int hungriest(double[] shares, List<List<Double>> all, int total) {
        int next = 0;
        for (int i = 0; i < shares.length; i++) {
            double lacks = shares[i] * total - all.get(i).size();
            next = lacks > shares[next] * total - all.get(next).size() ? i : next;
        }
        return next;
    }

    /** Not decided yet: sums 6 and 0 either way round, and then 3 and 3. */
    @Test
    void theBestSoFarHasTheGreatestSumAndIsTheFirstOfEquals() {
        assertThat(new KimNelson(new double[][] {{1, 0}, {2, 0}, {3, 0}}, 0.95, 1).best())
                .isZero();
        assertThat(new KimNelson(new double[][] {{0, 1}, {0, 2}, {0, 3}}, 0.95, 1).best())
                .isEqualTo(1);
        KimNelson equal = new KimNelson(new double[][] {{1, 2}, {2, 1}}, 0.95, 1);
        assertThat(equal.left()).containsExactly(0, 1);
        assertThat(equal.best()).isZero();
    }

    /** As above with a zone of 1: distances 3 and 5. */
    @Test
    void whatIsWithinTheZoneCountsAsCorrect() {
        ComputingBudget budget =
                new ComputingBudget(List.of(new double[] {3, 5}, new double[] {1, 3}, new double[] {-1, 1}), 1);
        double best = Math.sqrt(4.0 / 81 + 4.0 / 625);
        double sum = best + 2.0 / 9 + 2.0 / 25;
        assertThat(budget.shares())
                .containsExactly(new double[] {best / sum, 2.0 / 9 / sum, 2.0 / 25 / sum}, within(1e-12));
        // 1 - Phi(-3 / sqrt 2) - Phi(-5 / sqrt 2)
        assertThat(budget.probabilityCorrect()).isCloseTo(1 - 0.0169474 - 0.0002035, within(1e-6));
    }

    /** Two systems that are always the same: the first is named, and either is as likely right. */
    @Test
    void ofTwoThatAreTheSameTheFirstIsRightByHalf() {
        ComputingBudget budget = new ComputingBudget(List.of(new double[] {2, 2}, new double[] {2, 2}), 0);
        assertThat(budget.best()).isZero();
        assertThat(budget.probabilityCorrect()).isEqualTo(0.5);
    }
}
