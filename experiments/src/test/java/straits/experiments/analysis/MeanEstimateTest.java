package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.stat.Tally;

final class MeanEstimateTest {

    /** NIST/SEMATECH e-Handbook, table of critical values, with more digits. */
    @ParameterizedTest
    @CsvSource({"0.975, 9, 2.262157163", "0.9995, 29, 3.659405019", "0.975, 1, 12.706204736", "0.5, 7, 0"})
    void studentQuantiles(double probability, int degreesOfFreedom, double expected) {
        assertThat(StudentT.quantile(probability, degreesOfFreedom)).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void quantilesOfNoProbabilityAreRefused(double probability) {
        assertThatThrownBy(() -> StudentT.quantile(probability, 3)).hasMessageContaining("(0, 1)");
    }

    @Test
    void fiveValuesByHand() {
        MeanEstimate estimate = MeanEstimate.of(new double[] {1, 2, 3, 4, 5});

        assertThat(estimate.n()).isEqualTo(5);
        assertThat(estimate.mean()).isEqualTo(3);
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(estimate.interval95().halfWidth()).isCloseTo(1.9632431614775, within(1e-9));
        assertThat(estimate.relativeHalfWidth()).isCloseTo(1.9632431614775 / 3, within(1e-9));
        assertThat(estimate.interval95().covers(3)).isTrue();
        assertThat(estimate.interval95().covers(5)).isFalse();
    }

    /** SSJ's own interval goes through its own t quantile: two ways to the same figure. */
    @Test
    void agreesWithSsj() {
        Random random = new Random(42);
        double[] values = random.doubles(37, -1000, 5000).toArray();
        Tally tally = new Tally();
        tally.add(values, values.length);
        double[] centreAndRadius = new double[2];
        tally.confidenceIntervalStudent(0.95, centreAndRadius);

        MeanEstimate estimate = MeanEstimate.of(values);

        assertThat(estimate.mean()).isCloseTo(centreAndRadius[0], within(1e-9));
        assertThat(estimate.interval95().halfWidth()).isCloseTo(centreAndRadius[1], within(1e-6));
    }

    @Test
    void oneValueHasNoInterval() {
        MeanEstimate estimate = MeanEstimate.of(new double[] {7});

        assertThat(estimate.mean()).isEqualTo(7);
        assertThat(estimate.standardError()).isNaN();
        assertThat(estimate.interval95().missing()).isTrue();
        assertThat(estimate.interval95().covers(7)).isFalse();
        assertThat(estimate.relativeHalfWidth()).isNaN();
    }

    @Test
    void noValueHasNothing() {
        MeanEstimate estimate = MeanEstimate.of(new double[] {});

        assertThat(estimate.n()).isZero();
        assertThat(estimate.mean()).isNaN();
        assertThat(estimate.standardError()).isNaN();
        assertThat(estimate.interval95().missing()).isTrue();
    }

    @Test
    void equalValuesHaveAnIntervalOfNoWidth() {
        MeanEstimate estimate = MeanEstimate.of(new double[] {0.1, 0.1, 0.1});

        assertThat(estimate.standardError()).isZero();
        assertThat(estimate.interval95()).isEqualTo(new Interval(0.1, 0.1));
    }

    @Test
    void aMeanOfZeroHasNoRelativeWidth() {
        assertThat(MeanEstimate.of(new double[] {-1, 1}).relativeHalfWidth()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aValueThatIsNoNumberIsAnError(double value) {
        assertThatThrownBy(() -> MeanEstimate.of(new double[] {1, value}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("observation 1");
    }

    @Test
    void intervalEndsMustBeInOrder() {
        assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Interval(1, Double.POSITIVE_INFINITY).covers(1e300)).isTrue();
    }
}
