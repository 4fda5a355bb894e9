package straits.experiments.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import straits.scenario.file.Amount;

final class QuantileTest {

    private static Amount hours(double number) {
        return new Amount(number, "h");
    }

    @Test
    void uniform() {
        Quantile quantile = Quantile.of(new Spread.Uniform(hours(2), hours(4)));
        assertThat(quantile.at(0)).isEqualTo(2);
        assertThat(quantile.at(0.25)).isEqualTo(2.5);
        assertThat(quantile.at(1)).isEqualTo(4);
    }

    /** A quarter of the triangle 0, 1, 2 lies below sqrt(0.5). */
    @Test
    void triangular() {
        Quantile quantile = Quantile.of(new Spread.Triangular(hours(0), hours(1), hours(2)));
        assertThat(quantile.at(0)).isEqualTo(0);
        assertThat(quantile.at(0.25)).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(quantile.at(0.5)).isEqualTo(1);
        assertThat(quantile.at(1)).isEqualTo(2);
    }

    @Test
    void logUniform() {
        Quantile quantile = Quantile.of(new Spread.LogUniform(hours(1), hours(100)));
        assertThat(quantile.at(0.5)).isCloseTo(10, within(1e-9));
        assertThat(quantile.at(1)).isEqualTo(100);
    }

    /** Between -1 and 1 standard deviations: 0.682689 of a normal; its upper quarter begins at z(0.5 + 0.682689 / 4) = 0.44177. */
    @Test
    void normalCutAtBothEnds() {
        Quantile quantile = Quantile.of(new Spread.Normal(hours(10), hours(2), hours(8), hours(12)));
        assertThat(quantile.at(0)).isEqualTo(8);
        assertThat(quantile.at(0.5)).isCloseTo(10, within(1e-9));
        assertThat(quantile.at(0.75)).isCloseTo(10 + 2 * 0.44177, within(1e-3));
        assertThat(quantile.at(1)).isEqualTo(12);
    }

    @Test
    void sampledGpusAreWhole() {
        Factor factor = new Factor("x", java.util.List.of(), java.util.List.of(), null, null, null, null, false, null);
        Spread range = new Spread.Uniform(new Amount(1, "GPUs"), new Amount(4, "GPUs"));
        RangeAxis axis = RangeAxis.of("gpus", factor, range);
        assertThat(axis.text(0.4)).isEqualTo("2 GPUs");
        assertThat(axis.levels(4).values()).containsExactly("1 GPUs", "2 GPUs", "3 GPUs", "4 GPUs");
    }
}
