package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HomogeneityTest {

    /** t = 2.75 / 1.6266 = 1.6906 with 4.0836 degrees of freedom. */
    @Test
    void meansByWelch() {
        assertThat(Homogeneity.ofMeans(new double[] {1, 2, 3, 4}, new double[] {2, 4, 6, 9}))
                .isEqualTo(0.1647, offset(1e-4));
    }

    /** Differences 1, 2, 3, 5: t = 2.75 / (1.7078 / 2) = 3.2205 with 3 degrees of freedom. */
    @Test
    void pairsTellMoreThanTheSameSamplesApart() {
        double[] one = {1, 2, 3, 4};
        double[] other = {2, 4, 6, 9};
        assertThat(Homogeneity.ofPairs(one, other)).isEqualTo(0.0486, offset(1e-4));
    }

    @Test
    void constantsAreEqualOrNot() {
        double[] ones = {1, 1, 1};
        double[] twos = {2, 2, 2};
        assertThat(Homogeneity.ofMeans(ones, ones)).isEqualTo(1);
        assertThat(Homogeneity.ofMeans(ones, twos)).isZero();
        assertThat(Homogeneity.ofPairs(ones, ones)).isEqualTo(1);
        assertThat(Homogeneity.ofPairs(ones, twos)).isZero();
    }

    @Test
    void oneReplicationTellsNothingUnlessItIsTheSame() {
        assertThat(Homogeneity.ofMeans(new double[] {1}, new double[] {2, 3})).isNaN();
        assertThat(Homogeneity.ofPairs(new double[] {1}, new double[] {2})).isNaN();
        assertThat(Homogeneity.ofPairs(new double[] {1}, new double[] {1})).isEqualTo(1);
        assertThat(Homogeneity.ofShares(List.of("a"), List.of("b", "b"))).isNaN();
    }

    /** 10 of 20 against 2 of 20: chi-square 7.619 with one degree of freedom. */
    @Test
    void sharesByChiSquare() {
        List<String> half = Stream.of(Collections.nCopies(10, "chips"), Collections.nCopies(10, "price"))
                .flatMap(List::stream)
                .toList();
        List<String> few = Stream.of(Collections.nCopies(2, "chips"), Collections.nCopies(18, "price"))
                .flatMap(List::stream)
                .toList();
        assertThat(Homogeneity.ofShares(half, few)).isEqualTo(0.00578, offset(1e-5));
        assertThat(Homogeneity.ofShares(half, half)).isEqualTo(1, offset(1e-12));
        assertThat(Homogeneity.ofShares(List.of("a", "a"), List.of("a", "a"))).isEqualTo(1);
    }

    /** Holm: 0.01 at 0.05/4, 0.015 at 0.05/3, then 0.03 is not below 0.05/2. */
    @Test
    void holmStopsAtTheFirstThatIsNotSmallEnough() {
        double[] p = {0.03, 0.01, Double.NaN, 0.015, 0.04};
        assertThat(Homogeneity.rejected(p, 0.05)).containsExactly(1, 3);
        assertThat(Homogeneity.rejected(new double[] {Double.NaN}, 0.05)).isEmpty();
    }

    /** Ten answers of equal distributions: even one wrong difference in at most 5 % of 1,000 comparisons, give or take. */
    @Test
    void equalDistributionsAreSeldomCalledDifferent() {
        Random random = new Random(7);
        int wrong = 0;
        for (int comparison = 0; comparison < 1000; comparison++) {
            double[] p = new double[10];
            for (int answer = 0; answer < p.length; answer++) {
                p[answer] = Homogeneity.ofMeans(normal(random), normal(random));
            }
            wrong += Homogeneity.rejected(p, 0.05).isEmpty() ? 0 : 1;
        }
        assertThat(wrong).isBetween(20, 70);
    }

    private static double[] normal(Random random) {
        return random.doubles(8).map(unused -> random.nextGaussian()).toArray();
    }

    /** Means 2 and 6, variances 2 and 8: t = 4 / sqrt(5) with 25 / 17 degrees of freedom. Differences 1 and 3: t = 2 with one. */
    @Test
    void twoReplicationsAreEnough() {
        assertThat(Homogeneity.ofMeans(new double[] {1, 3}, new double[] {4, 8}))
                .isEqualTo(0.2585, offset(1e-4));
        assertThat(Homogeneity.ofPairs(new double[] {1, 2}, new double[] {2, 5}))
                .isEqualTo(1 - 2 / Math.PI * Math.atan(2), offset(1e-9));
    }

    /** 20 of 20 against 10 of 20: chi-square 10^2 / 30 + 10^2 / 10 with one degree of freedom. */
    @Test
    void aCategoryThatOneSampleLacksCountsAsNone() {
        List<String> all = Collections.nCopies(20, "price");
        List<String> half = Stream.of(Collections.nCopies(10, "chips"), Collections.nCopies(10, "price"))
                .flatMap(List::stream)
                .toList();
        assertThat(Homogeneity.ofShares(all, half)).isEqualTo(0.000261, offset(1e-6));
    }

    @Test
    void holmRejectsAtTheLevelItself() {
        assertThat(Homogeneity.rejected(new double[] {0.05}, 0.05)).containsExactly(0);
    }
}
