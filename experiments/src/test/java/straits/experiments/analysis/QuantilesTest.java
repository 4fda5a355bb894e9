package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantilesTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static double[] oneTo(int n) {
        return IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
    }

    /** By definition: order statistics at (n - 1) p + 1. */
    @ParameterizedTest
    @CsvSource({"0.1, 1.9", "0.25, 3.25", "0.5, 5.5", "0.9, 9.1", "0.95, 9.55"})
    void definitionSeven(double p, double expected) {
        assertThat(Quantiles.of(oneTo(10)).at(p)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void orderOfTheValuesDoesNotMatterAndTheyStay() {
        double[] values = {5, 1, 4, 2, 3};

        assertThat(Quantiles.of(values).at(0.5)).isEqualTo(3);
        assertThat(values).containsExactly(5, 1, 4, 2, 3);
    }

    /** Sign-test limits: 2nd and 9th of 10, 6th and 15th of 20 (Conover, table A3). */
    @ParameterizedTest
    @CsvSource({"6, 1, 6", "10, 2, 9", "20, 6, 15"})
    void medianInterval(int n, double low, double high) {
        assertThat(Quantiles.of(oneTo(n)).interval95(0.5)).isEqualTo(new Interval(low, high));
    }

    /** The least n at which (1 - p)^n and p^n are both at most 2.5 %. */
    @ParameterizedTest
    @CsvSource({"0.5, 6", "0.1, 36", "0.9, 36", "0.05, 72", "0.95, 72"})
    void intervalIsMissingWhenTooFew(double p, int enough) {
        assertThat(Quantiles.of(oneTo(enough)).interval95(p).missing()).isFalse();
        assertThat(Quantiles.of(oneTo(enough - 1)).interval95(p).missing()).isTrue();
    }

    @Test
    void tiesGiveAnIntervalOfNoWidth() {
        double[] values = new double[12];

        assertThat(Quantiles.of(values).at(0.3)).isZero();
        assertThat(Quantiles.of(values).interval95(0.5)).isEqualTo(new Interval(0, 0));
    }

    @Test
    void oneAndNone() {
        assertThat(Quantiles.of(new double[] {4}).at(0.9)).isEqualTo(4);
        assertThat(Quantiles.of(new double[] {4}).interval95(0.9).missing()).isTrue();
        assertThat(Quantiles.of(new double[] {}).at(0.9)).isNaN();
        assertThat(Quantiles.of(new double[] {}).interval95(0.9).missing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, Double.NaN})
    void theEdgesAreNoQuantiles(double p) {
        Quantiles quantiles = Quantiles.of(oneTo(3));

        assertThatThrownBy(() -> quantiles.at(p)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> quantiles.interval95(p)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyDatesMayBeNever() {
        assertThatThrownBy(() -> Quantiles.of(new double[] {1, NEVER})).hasMessageContaining("observation 1");
    }

    @Test
    void aDateThatComesInSevenOfTen() {
        CensoredDate date = CensoredDate.of(new double[] {NEVER, 30, 10, 20, 50, 40, NEVER, 70, 60, NEVER});

        assertThat(date.n()).isEqualTo(10);
        assertThat(date.never()).isEqualTo(3);
        assertThat(date.neverProbability()).isEqualTo(0.3);
        assertThat(date.neverInterval95()).isEqualTo(Wilson.interval95(3, 10));
        assertThat(date.quantile(0.05)).isEqualTo(10);
        assertThat(date.quantile(0.5)).isEqualTo(50);
        assertThat(date.quantile(0.7)).isEqualTo(70);
        assertThat(date.quantile(0.71)).isEqualTo(NEVER);
        assertThat(date.quantileInterval95(0.5)).isEqualTo(new Interval(20, NEVER));
    }

    /** 0.07 x 100 is 7.000000000000001 in doubles. */
    @Test
    void ranksAreNotSpoiltByRounding() {
        assertThat(CensoredDate.of(oneTo(100)).quantile(0.07)).isEqualTo(7);
    }

    @Test
    void aDateThatNeverComesOrAlwaysDoes() {
        CensoredDate never = CensoredDate.of(new double[] {NEVER, NEVER, NEVER, NEVER, NEVER, NEVER});
        CensoredDate always = CensoredDate.of(oneTo(6));

        assertThat(never.neverProbability()).isEqualTo(1);
        assertThat(never.quantile(0.5)).isEqualTo(NEVER);
        assertThat(never.quantileInterval95(0.5)).isEqualTo(new Interval(NEVER, NEVER));
        assertThat(always.neverProbability()).isZero();
        assertThat(always.quantileInterval95(0.5)).isEqualTo(new Interval(1, 6));
    }

    @Test
    void noReplicationsHaveNoDate() {
        CensoredDate none = CensoredDate.of(new double[] {});

        assertThat(none.neverProbability()).isNaN();
        assertThat(none.neverInterval95().missing()).isTrue();
        assertThat(none.quantile(0.5)).isNaN();
        assertThat(none.quantileInterval95(0.5).missing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void aTimeThatIsNoneIsAnError(double time) {
        assertThatThrownBy(() -> CensoredDate.of(new double[] {3, time})).hasMessageContaining("time 1");
    }
}
