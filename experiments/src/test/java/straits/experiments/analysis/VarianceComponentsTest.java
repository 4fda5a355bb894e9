package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class VarianceComponentsTest {

    /** Two groups of two by hand: MSW = (2 + 8) / 2 = 5, MSB = 2 x (3^2 + 3^2) / 1 = 36, between = (36 - 5) / 2. */
    @Test
    void balancedGroupsByHand() {
        VarianceComponents found = VarianceComponents.of(List.of(new double[] {1, 3}, new double[] {6, 10}));
        assertThat(found.groups()).isEqualTo(2);
        assertThat(found.n()).isEqualTo(4);
        assertThat(found.mean()).isEqualTo(5);
        assertThat(found.within()).isEqualTo(5);
        assertThat(found.between()).isEqualTo(15.5);
        assertThat(found.betweenShare()).isEqualTo(15.5 / 20.5);
        // t(0.975, 1) = 12.7062 times sqrt(18 / 2).
        assertThat(found.interval95().halfWidth()).isCloseTo(38.1186, within(1e-4));
    }

    /**
     * Groups of one and three by hand: grand mean 3, MSW = 2 / 2 = 1, MSB = 1 x 9 + 3 x 1 = 12, n0 = 4 - 10 / 4 = 1.5. The mean
     * takes each group as one.
     */
    @Test
    void groupsOfDifferentSizeByHand() {
        VarianceComponents found =
                VarianceComponents.of(List.of(new double[] {0}, new double[] {3, 4, 5}, new double[] {}));
        assertThat(found.groups()).isEqualTo(2);
        assertThat(found.mean()).isEqualTo(2);
        assertThat(found.within()).isEqualTo(1);
        assertThat(found.between()).isCloseTo(11 / 1.5, within(1e-12));
    }

    @Test
    void whatReplicationsExplainIsNotOfTheInputs() {
        VarianceComponents found = VarianceComponents.of(List.of(new double[] {1, 9}, new double[] {2, 8}));
        assertThat(found.between()).isZero();
        assertThat(found.betweenShare()).isZero();
    }

    @Test
    void oneReplicationAPointCannotTell() {
        VarianceComponents found = VarianceComponents.of(List.of(new double[] {1}, new double[] {3}));
        assertThat(found.mean()).isEqualTo(2);
        assertThat(found.interval95().missing()).isFalse();
        assertThat(found.between()).isNaN();
        assertThat(found.within()).isNaN();
        assertThat(found.betweenShare()).isNaN();
    }

    @Test
    void nothingGivesNothing() {
        VarianceComponents found = VarianceComponents.of(List.of(new double[] {}));
        assertThat(found.n()).isZero();
        assertThat(found.mean()).isNaN();
        assertThat(VarianceComponents.of(List.of(new double[] {1, 2})).between())
                .isNaN();
    }

    /** Over 2,000 layouts of 10 groups of 3 with components 4 and 9, the means of the estimates lie within their errors. */
    @Test
    void estimatesAreRightOnAverage() {
        SplittableRandom random = new SplittableRandom(11);
        double between = 0;
        double inside = 0;
        int layouts = 2_000;
        for (int layout = 0; layout < layouts; layout++) {
            List<double[]> groups = new ArrayList<>();
            for (int group = 0; group < 10; group++) {
                double effect = 2 * normal(random);
                groups.add(new double[] {
                    effect + 3 * normal(random), effect + 3 * normal(random), effect + 3 * normal(random)
                });
            }
            VarianceComponents found = VarianceComponents.of(groups);
            between += found.between() / layouts;
            inside += found.within() / layouts;
        }
        assertThat(inside).isCloseTo(9, within(0.25));
        // Slightly above 4: negative estimates are set to zero.
        assertThat(between).isBetween(3.8, 4.5);
    }

    private static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
