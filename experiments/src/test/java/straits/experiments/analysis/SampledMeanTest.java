package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SampledMeanTest {

    /** Group means 2, 3, 7: mean 4, variance 7 over 3. Squares about 4: 9 + 1 + 4 + 0 + 4 + 16 = 34. */
    @Test
    void threePairsByHand() {
        SampledMean mean = SampledMean.of(List.of(new double[] {1, 3}, new double[] {2, 4}, new double[] {6, 8}));

        assertThat(mean.groups()).isEqualTo(3);
        assertThat(mean.points()).isEqualTo(6);
        assertThat(mean.mean()).isEqualTo(4);
        assertThat(mean.variance()).isCloseTo(7.0 / 3, within(1e-12));
        assertThat(mean.interval95().halfWidth()).isCloseTo(4.302652729749 * Math.sqrt(7.0 / 3), within(1e-9));
        assertThat(mean.plainVariance()).isCloseTo((34.0 / 6 + 7.0 / 3) / 6, within(1e-12));
        assertThat(mean.gainOver(mean.plainVariance())).isCloseTo(4.0 / 7, within(1e-12));
        // t(0.975, 5) = 2.570582
        assertThat(mean.plainInterval95().halfWidth()).isCloseTo(2.570581836 * Math.sqrt(4.0 / 3), within(1e-8));
    }

    @Test
    void pointsByThemselvesArePlain() {
        double[] values = {1, 2, 4, 9};
        SampledMean mean =
                SampledMean.of(List.of(new double[] {1}, new double[] {2}, new double[] {4}, new double[] {9}));

        assertThat(mean.interval95()).isEqualTo(MeanEstimate.of(values).interval95());
        assertThat(mean.plainVariance()).isCloseTo(mean.variance(), within(1e-12));
        assertThat(mean.gainOver(mean.plainVariance())).isCloseTo(1, within(1e-12));
    }

    /** F(0.975; 5, 2) = 39.298 and F(0.025; 5, 2) = 1 / F(0.975; 2, 5) = 1 / 8.4336, of any table. */
    @Test
    void theGainHasTheIntervalOfARatioOfVariances() {
        SampledMean mean = SampledMean.of(List.of(new double[] {1, 3}, new double[] {2, 4}, new double[] {6, 8}));
        Interval interval = mean.gainInterval95(2);

        assertThat(interval.low()).isCloseTo(2 / 39.298, within(1e-4));
        assertThat(interval.high()).isCloseTo(2 * 8.4336, within(1e-3));
    }

    /** F(0.975; 3, 1) = 864.16 and F(0.025; 3, 1) = 1 / F(0.975; 1, 3) = 1 / 17.443. */
    @Test
    void twoGroupsTellLittleOfTheGainAndNoGainHasNoInterval() {
        SampledMean two = SampledMean.of(List.of(new double[] {1, 3}, new double[] {2, 4}));

        assertThat(two.gainInterval95(2).low()).isCloseTo(2 / 864.16, within(1e-6));
        assertThat(two.gainInterval95(2).high()).isCloseTo(2 * 17.443, within(1e-2));
        assertThat(two.gainInterval95(0).missing()).isTrue();
    }

    @Test
    void oneGroupOrNoVarianceSaysNothingOfTheGain() {
        SampledMean one = SampledMean.of(List.of(new double[] {1, 3}));
        SampledMean same = SampledMean.of(List.of(new double[] {1, 3}, new double[] {3, 1}));

        assertThat(one.interval95().missing()).isTrue();
        assertThat(one.gainInterval95(1).missing()).isTrue();
        assertThat(same.variance()).isZero();
        assertThat(same.gainOver(same.plainVariance())).isNaN();
        assertThat(same.gainInterval95(Double.NaN).missing()).isTrue();
    }

    @Test
    void groupsOfOtherSizesAreRefused() {
        assertThatThrownBy(() -> SampledMean.of(List.of(new double[] {1, 3}, new double[] {3})))
                .hasMessageContaining("size");
    }
}
