package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

final class ControlVariatesTest {

    private static double[] noise(long seed, int n) {
        Random random = new Random(seed);
        return java.util.stream.DoubleStream.generate(random::nextGaussian)
                .limit(n)
                .toArray();
    }

    private static double[] sum(double of, double[] one, double times, double[] other) {
        double[] sum = new double[one.length];
        Arrays.setAll(sum, i -> of + one[i] + times * other[i]);
        return sum;
    }

    /** The constant of a straight line, by another class of the same library. */
    @Test
    void oneControlIsAStraightLine() {
        double[] control = noise(1, 40);
        double[] values = sum(7, noise(2, 40), 3, control);
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < values.length; i++) {
            line.addData(control[i], values[i]);
        }
        ControlVariates found = ControlVariates.of(values, List.of(control));
        assertThat(found.mean()).isCloseTo(line.getIntercept(), within(1e-10));
        assertThat(found.standardError()).isCloseTo(line.getInterceptStdErr(), within(1e-10));
        // t(0.975, 38)
        assertThat(found.interval95().halfWidth() / found.standardError()).isCloseTo(2.0243941639, within(1e-8));
        assertThat(found.controls()).isEqualTo(1);
        assertThat(found.hurts()).isFalse();
    }

    /** Of variance 1 + 9 + 4 the controls take 9 + 4 away. */
    @Test
    void theGainIsWhatTheControlsExplain() {
        int n = 20_000;
        double[] first = noise(1, n);
        double[] second = noise(2, n);
        double[] values = sum(0, sum(5, noise(3, n), 3, first), 2, second);
        ControlVariates found = ControlVariates.of(values, List.of(first, second));
        assertThat(found.varianceRatio()).isCloseTo(14, within(0.5));
        assertThat(found.mean()).isCloseTo(5, within(0.03));
    }

    @Test
    void aControlThatExplainsNothingHurts() {
        ControlVariates found = ControlVariates.of(noise(8, 15), List.of(noise(6, 15), noise(7, 15)));
        assertThat(found.controlled()).isTrue();
        assertThat(found.varianceRatio()).isLessThan(1);
        assertThat(found.hurts()).isTrue();
    }

    @Test
    void withoutUsableControlsItIsThePlainMean() {
        double[] values = noise(1, 30);
        double[] control = noise(2, 30);
        double[] twice = Arrays.stream(control).map(x -> 2 * x).toArray();
        double[] few = Arrays.copyOf(values, 11);
        for (ControlVariates found : List.of(
                ControlVariates.of(values, List.of()),
                ControlVariates.of(values, List.of(new double[30])),
                ControlVariates.of(values, List.of(control, twice)))) {
            assertThat(found.controlled()).isFalse();
            assertThat(found.interval95()).isEqualTo(MeanEstimate.of(values).interval95());
            assertThat(found.varianceRatio()).isEqualTo(1);
            assertThat(found.hurts()).isFalse();
        }
        assertThat(ControlVariates.of(few, List.of(Arrays.copyOf(control, 11))).controlled())
                .isFalse();
    }

    @Test
    void lengthsMustAgree() {
        assertThatThrownBy(() -> ControlVariates.of(new double[12], List.of(new double[11])))
                .hasMessageContaining("11");
    }

    /** Twelve replications leave ten degrees of freedom, the fewest that will do. */
    @Test
    void tenDegreesOfFreedomWillDo() {
        assertThat(ControlVariates.of(noise(1, 12), List.of(noise(2, 12))).controlled())
                .isTrue();
    }

    /** Controls in units of 1e-12, or of 1e12, beside one in units of 1. */
    @Test
    void theUnitOfAControlDoesNotMatter() {
        double[] values = noise(1, 40);
        double[] first = noise(2, 40);
        double[] second = noise(3, 40);
        ControlVariates found = ControlVariates.of(values, List.of(first, second));
        for (double unit : new double[] {1e-12, 1e12}) {
            double[] small = Arrays.stream(second).map(x -> unit * x).toArray();
            ControlVariates scaled = ControlVariates.of(values, List.of(first, small));
            assertThat(scaled.controls()).isEqualTo(2);
            assertThat(scaled.mean()).isCloseTo(found.mean(), within(1e-12));
            assertThat(scaled.standardError()).isCloseTo(found.standardError(), within(1e-12));
        }
    }
}
