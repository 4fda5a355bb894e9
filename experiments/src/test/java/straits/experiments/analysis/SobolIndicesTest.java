package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SobolIndicesTest {

    /** Two base points of one factor; mean 5, variance 5 over 2, 4, 6, 8. */
    @Test
    void twoBasePointsByHand() {
        double[][] values = {{2, 4, 8}, {6, 8, 4}};
        List<SensitivityIndex> indices = SobolIndices.of(1, values, new Random(1)::nextDouble);
        // ((4 - 5) (8 - 2) + (8 - 5) (4 - 6)) / 2 / 5 and (36 + 4) / 2 / 2 / 5
        assertThat(indices.get(0).estimate()).isCloseTo(-1.2, within(1e-12));
        assertThat(indices.get(1).estimate()).isCloseTo(2, within(1e-12));
    }

    @Test
    void whatDoesNotVaryHasNoIndices() {
        double[][] values = {{3, 3, 3}, {3, 3, 3}};
        assertThat(SobolIndices.of(1, values, new Random(1)::nextDouble)).allSatisfy(index -> {
            assertThat(index.estimate()).isNaN();
            assertThat(index.interval95().missing()).isTrue();
        });
    }

    @Test
    void oneBasePointHasNoInterval() {
        List<SensitivityIndex> indices = SobolIndices.of(1, new double[][] {{1, 2, 2}}, new Random(1)::nextDouble);
        assertThat(indices.get(0).estimate()).isFinite();
        assertThat(indices.get(0).interval95().missing()).isTrue();
    }

    @Test
    void aPointTooFewIsRefused() {
        assertThatThrownBy(() -> SobolIndices.of(2, new double[][] {{1, 2, 3}}, new Random(1)::nextDouble))
                .hasMessageContaining("3 values at a base point of 2 factors");
    }

    @Test
    void theSameDrawsGiveTheSameIntervals() {
        double[][] values = new Random(3)
                .doubles(100)
                .mapToObj(x -> new double[] {x, 1 - x, x / 2})
                .toArray(double[][]::new);
        assertThat(SobolIndices.of(1, values, new Random(1)::nextDouble))
                .isEqualTo(SobolIndices.of(1, values, new Random(1)::nextDouble))
                .isNotEqualTo(SobolIndices.of(1, values, new Random(2)::nextDouble));
    }

    /** Effects 1 and 5 of one factor, -2 and 2 of the other. */
    @Test
    void twoTrajectoriesByHand() {
        List<SensitivityIndex> indices =
                ElementaryEffects.of(2, new double[][] {{1, -2}, {5, 2}}, new Random(1)::nextDouble);
        double[] expected = {3, 3, Math.sqrt(8), 0, 2, Math.sqrt(8)};
        for (int index = 0; index < expected.length; index++) {
            assertThat(indices.get(index).estimate()).isCloseTo(expected[index], within(1e-12));
            assertThat(indices.get(index).factor()).isEqualTo(index / 3);
        }
        // Of two units every resample is one of them twice or both: the interval goes from end to end.
        assertThat(indices.get(0).interval95()).isEqualTo(new Interval(1, 5));
    }

    /** With many units the interval of a mean is Student's. */
    @Test
    void theIntervalOfAMeanIsAsWideAsStudents() {
        double[] values = new Random(5).doubles(30).toArray();
        double[][] effects = java.util.Arrays.stream(values)
                .mapToObj(value -> new double[] {value})
                .toArray(double[][]::new);
        Interval bootstrap = ElementaryEffects.of(1, effects, new Random(1)::nextDouble)
                .get(0)
                .interval95();
        assertThat(bootstrap.halfWidth() / MeanEstimate.of(values).interval95().halfWidth())
                .isCloseTo(1, within(0.1));
    }

    /** A constant more of every value changes no index. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 7})
    void threeFactorsAndTheirPairsByHand(double more) {
        // f at A, B, AB of three factors, BA of three. Means are 0, and V is (1 + 9 + 9 + 1) / 4 = 5.
        double[][] values = {{1, 3, 2, 4, -1, 5, 1, -2}, {-3, -1, -2, -5, 3, -4, 4, 6}};
        for (double[] each : values) {
            Arrays.setAll(each, i -> each[i] + more);
        }
        List<SensitivityIndex> indices = SobolIndices.of(3, values, new Random(1)::nextDouble);

        // S1 of the second: (3 (4 - 1) - 1 (-5 + 3)) / 2 / 5; ST: (9 + 4) / 2 / 2 / 5.
        // S2 of the first two: ((5 x 4 - 3) + (4 x 5 - 3)) / 2 / 5 - 0.2 - 1.1.
        assertThat(told(indices))
                .containsExactly(
                        "S1 0 -1", "ST 0 -1", "S1 1 -1", "ST 1 -1", "S1 2 -1", "ST 2 -1", "S2 0 1", "S2 0 2", "S2 1 2");
        assertThat(indices.stream().mapToDouble(SensitivityIndex::estimate).toArray())
                .containsExactly(new double[] {0.2, 0.1, 1.1, 0.65, -1.2, 2, 2.1, -1.3, 0.6}, within(1e-12));
    }

    private static List<String> told(List<SensitivityIndex> indices) {
        return indices.stream()
                .map(each -> each.kind().word() + " " + each.factor() + " " + each.otherFactor())
                .toList();
    }

    /** Base points of sums 4, -3 and -1: V is (1 + 9 + 1 + 4 + 0 + 1) / 6. */
    @Test
    void threeBasePointsByHand() {
        double[][] values = {{1, 3, 2}, {-1, -2, 1}, {0, -1, 5}};
        List<SensitivityIndex> indices = SobolIndices.of(1, values, new Random(1)::nextDouble);

        assertThat(indices.get(0).estimate()).isCloseTo((3 - 4 - 5) / 3.0 * 6 / 16, within(1e-12));
        assertThat(indices.get(1).estimate()).isCloseTo((1 + 4 + 25) / 2.0 / 3 * 6 / 16, within(1e-12));
    }

    @Test
    void withoutVarianceOrBasePointsThereAreNoIndices() {
        double[][] offTheSamplesOnly = {{3, 3, 5}, {3, 3, 4}};
        for (double[][] values : List.of(offTheSamplesOnly, new double[0][])) {
            assertThat(SobolIndices.of(1, values, new Random(1)::nextDouble))
                    .hasSize(2)
                    .allSatisfy(index -> assertThat(index.estimate()).isNaN());
        }
    }

    @Test
    void sharesOfTheVarianceAreToldFromEffectsInTheUnitOfTheAnswer() {
        assertThat(SensitivityIndex.Kind.values())
                .filteredOn(SensitivityIndex.Kind::isShare)
                .containsExactly(SensitivityIndex.Kind.S1, SensitivityIndex.Kind.ST, SensitivityIndex.Kind.S2);
    }
}
