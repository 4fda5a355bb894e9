package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PairedContrastTest {

    @Test
    void fourPairsByHand() {
        PairedContrast contrast = PairedContrast.of(new double[] {5, 6, 7, 9}, new double[] {4, 5, 5, 8});

        assertThat(contrast.n()).isEqualTo(4);
        assertThat(contrast.meanDifference()).isEqualTo(1.25);
        assertThat(contrast.standardError()).isCloseTo(0.25, within(1e-15));
        assertThat(contrast.interval95().halfWidth()).isCloseTo(3.182446305284 / 4, within(1e-9));
        assertThat(contrast.varianceRatio()).isCloseTo((35.0 / 12 + 3) / 0.25, within(1e-12));
        assertThat(contrast.differs()).isTrue();
    }

    @Test
    void orderOfTheSystemsTurnsTheSign() {
        PairedContrast contrast = PairedContrast.of(new double[] {4, 5, 5, 8}, new double[] {5, 6, 7, 9});

        assertThat(contrast.meanDifference()).isEqualTo(-1.25);
        assertThat(contrast.differs()).isTrue();
    }

    @Test
    void anIntervalAroundZeroIsNoDifference() {
        assertThat(PairedContrast.of(new double[] {1, 2, 3}, new double[] {2, 2, 2})
                        .differs())
                .isFalse();
    }

    @Test
    void equalSystemsDoNotDiffer() {
        double[] same = {1, 2, 3};
        PairedContrast contrast = PairedContrast.of(same, same);

        assertThat(contrast.interval95()).isEqualTo(new Interval(0, 0));
        assertThat(contrast.varianceRatio()).isNaN();
        assertThat(contrast.differs()).isFalse();
    }

    @Test
    void aConstantDifferenceIsOneWithoutVariance() {
        PairedContrast contrast = PairedContrast.of(new double[] {3, 4, 5}, new double[] {1, 2, 3});

        assertThat(contrast.interval95()).isEqualTo(new Interval(2, 2));
        assertThat(contrast.varianceRatio()).isNaN();
        assertThat(contrast.differs()).isTrue();
    }

    @Test
    void onePairOrNoneSaysNothing() {
        PairedContrast one = PairedContrast.of(new double[] {3}, new double[] {1});
        PairedContrast none = PairedContrast.of(new double[] {}, new double[] {});

        assertThat(one.meanDifference()).isEqualTo(2);
        assertThat(one.interval95().missing()).isTrue();
        assertThat(one.varianceRatio()).isNaN();
        assertThat(one.differs()).isFalse();
        assertThat(none.meanDifference()).isNaN();
        assertThat(none.differs()).isFalse();
    }

    /** x = s + a, y = s + b with unit variances: (2 + 2) / 2. */
    @Test
    void varianceRatioOfHalfSharedNoise() {
        Random random = new Random(7);
        int n = 20_000;
        double[] first = new double[n];
        double[] second = new double[n];
        for (int i = 0; i < n; i++) {
            double shared = random.nextGaussian();
            first[i] = shared + random.nextGaussian();
            second[i] = shared + random.nextGaussian();
        }

        assertThat(PairedContrast.of(first, second).varianceRatio()).isCloseTo(2, within(0.1));
    }

    @Test
    void unequalLengthsAreRefused() {
        assertThatThrownBy(() -> PairedContrast.of(new double[] {1, 2}, new double[] {1}))
                .hasMessageContaining("2 and 1");
        assertThatThrownBy(() -> RatioEstimate.of(new double[] {1, 2}, new double[] {1}))
                .hasMessageContaining("2 and 1");
    }

    @Test
    void ratioOfTwoByHand() {
        RatioEstimate estimate = RatioEstimate.of(new double[] {1, 3}, new double[] {1, 1});

        assertThat(estimate.ratio()).isEqualTo(2);
        assertThat(estimate.standardError()).isCloseTo(1, within(1e-15));
        assertThat(estimate.interval95().halfWidth()).isCloseTo(12.706204736, within(1e-8));
    }

    /** With equal denominators the jackknife is the plain standard error of the mean. */
    @Test
    void ratioOverOnesIsTheMean() {
        double[] values = {1, 2, 3, 4, 10};
        RatioEstimate ratio = RatioEstimate.of(values, new double[] {1, 1, 1, 1, 1});
        MeanEstimate mean = MeanEstimate.of(values);

        assertThat(ratio.ratio()).isEqualTo(mean.mean());
        assertThat(ratio.standardError()).isCloseTo(mean.standardError(), within(1e-12));
    }

    @Test
    void proportionalTotalsHaveNoError() {
        RatioEstimate estimate = RatioEstimate.of(new double[] {2, 4, 6}, new double[] {1, 2, 3});

        assertThat(estimate.ratio()).isEqualTo(2);
        assertThat(estimate.interval95()).isEqualTo(new Interval(2, 2));
    }

    @Test
    void aRatioOfTotalsIsNotAMeanOfRatios() {
        assertThat(RatioEstimate.of(new double[] {1, 90}, new double[] {1, 9}).ratio())
                .isEqualTo(9.1);
    }

    @Test
    void undefinedRatiosAreMissing() {
        RatioEstimate none = RatioEstimate.of(new double[] {}, new double[] {});
        RatioEstimate one = RatioEstimate.of(new double[] {3}, new double[] {2});
        RatioEstimate zero = RatioEstimate.of(new double[] {3, 1}, new double[] {0, 0});
        RatioEstimate leftOut = RatioEstimate.of(new double[] {3, 1}, new double[] {2, 0});

        assertThat(none.ratio()).isNaN();
        assertThat(one.ratio()).isEqualTo(1.5);
        assertThat(one.interval95().missing()).isTrue();
        assertThat(zero.ratio()).isNaN();
        assertThat(leftOut.ratio()).isEqualTo(2);
        assertThat(leftOut.standardError()).isNaN();
        assertThat(leftOut.interval95().missing()).isTrue();
    }
}
