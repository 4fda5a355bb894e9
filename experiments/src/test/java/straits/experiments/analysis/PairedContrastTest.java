package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
        assertThat(contrast.differs(1)).isTrue();
    }

    @Test
    void orderOfTheSystemsTurnsTheSign() {
        PairedContrast contrast = PairedContrast.of(new double[] {4, 5, 5, 8}, new double[] {5, 6, 7, 9});

        assertThat(contrast.meanDifference()).isEqualTo(-1.25);
        assertThat(contrast.differs(1)).isTrue();
    }

    @Test
    void anIntervalAroundZeroIsNoDifference() {
        assertThat(PairedContrast.of(new double[] {1, 2, 3}, new double[] {2, 2, 2})
                        .differs(1))
                .isFalse();
    }

    @Test
    void equalSystemsDoNotDiffer() {
        double[] same = {1, 2, 3};
        PairedContrast contrast = PairedContrast.of(same, same);

        assertThat(contrast.interval95()).isEqualTo(new Interval(0, 0));
        assertThat(contrast.varianceRatio()).isNaN();
        assertThat(contrast.differs(1)).isFalse();
    }

    @Test
    void aConstantDifferenceIsOneWithoutVariance() {
        PairedContrast contrast = PairedContrast.of(new double[] {3, 4, 5}, new double[] {1, 2, 3});

        assertThat(contrast.interval95()).isEqualTo(new Interval(2, 2));
        assertThat(contrast.varianceRatio()).isNaN();
        assertThat(contrast.differs(1)).isTrue();
    }

    @Test
    void onePairOrNoneSaysNothing() {
        PairedContrast one = PairedContrast.of(new double[] {3}, new double[] {1});
        PairedContrast none = PairedContrast.of(new double[] {}, new double[] {});

        assertThat(one.meanDifference()).isEqualTo(2);
        assertThat(one.interval95().missing()).isTrue();
        assertThat(one.varianceRatio()).isNaN();
        assertThat(one.differs(1)).isFalse();
        assertThat(none.meanDifference()).isNaN();
        assertThat(none.differs(1)).isFalse();
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

    /** t(0.99375, 3) from the closed form of the distribution with three degrees of freedom. */
    @Test
    void oneOfFourComparisonsHasAWiderInterval() {
        PairedContrast contrast = PairedContrast.of(new double[] {5, 6, 7, 9}, new double[] {4, 5, 5, 8});

        assertThat(contrast.simultaneous95(1)).isEqualTo(contrast.interval95());
        assertThat(contrast.simultaneous95(4).halfWidth()).isCloseTo(5.391949071934049 / 4, within(1e-9));
        assertThat(contrast.differs(1)).isTrue();
        assertThat(contrast.differs(4)).isFalse();
        assertThatThrownBy(() -> contrast.simultaneous95(0)).hasMessageContaining("0");
    }

    /** Ten systems equal to the reference, 4,000 times: by itself each is called different in 5 %, even one of ten in at most 5 %. */
    @Test
    void ofManyEqualSystemsHardlyEverEvenOneDiffers() {
        Random random = new Random(11);
        int trials = 4_000;
        int alone = 0;
        int together = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] reference = random.doubles(8).toArray();
            boolean anyAlone = false;
            boolean anyTogether = false;
            for (int system = 0; system < 10; system++) {
                double[] other = new double[8];
                Arrays.setAll(other, i -> reference[i] + random.nextGaussian());
                PairedContrast contrast = PairedContrast.of(other, reference);
                anyAlone |= contrast.differs(1);
                anyTogether |= contrast.differs(10);
            }
            alone += anyAlone ? 1 : 0;
            together += anyTogether ? 1 : 0;
        }
        // 1 - 0.95^10 = 0.401 and 1 - 0.995^10 = 0.0489, whose standard error over the trials is 0.0034
        assertThat(alone / (double) trials).isCloseTo(0.401, within(0.03));
        assertThat(together / (double) trials).isCloseTo(0.0489, within(0.0134));
    }

    /** Eight of twenty pairs differ one way and one the other: 9/22 - 2/22, and by hand from there. */
    @Test
    void sharesHaveTheIntervalOfBonettAndPrice() {
        double[] first = new double[20];
        double[] second = new double[20];
        Arrays.fill(first, 0, 8, 1);
        second[19] = 1;

        PairedContrast contrast = PairedContrast.ofShares(first, second);

        assertThat(contrast.meanDifference()).isCloseTo(0.35, within(1e-15));
        assertThat(contrast.interval95().low()).isCloseTo(0.054310, within(1e-6));
        assertThat(contrast.interval95().high()).isCloseTo(0.582053, within(1e-6));
        assertThat(contrast.simultaneous95(1)).isEqualTo(contrast.interval95());
        assertThat(contrast.differs(1)).as("sign test 0.039").isTrue();
        assertThat(contrast.differs(2)).isFalse();
        // Of two comparisons: 2.241403 standard errors of 0.134631 to each side instead of 1.959964.
        assertThat(contrast.simultaneous95(2).low()).isCloseTo(0.016420, within(1e-6));
        assertThat(contrast.simultaneous95(2).high()).isCloseTo(0.619944, within(1e-6));
        assertThat(PairedContrast.ofShares(second, first).differs(1))
                .as("the other way round")
                .isTrue();
    }

    @Test
    void aFewPairsThatAgreeProveNothing() {
        double[] ones = {1, 1, 1, 1};
        double[] zeros = {0, 0, 0, 0};

        assertThat(PairedContrast.ofShares(new double[] {1, 1}, new double[] {0, 0})
                        .differs(1))
                .isFalse();
        assertThat(PairedContrast.ofShares(ones, zeros).differs(1))
                .as("1 in 8 by luck")
                .isFalse();
        double[] six = {1, 1, 1, 1, 1, 1};
        assertThat(PairedContrast.ofShares(six, new double[6]).differs(1))
                .as("1 in 32 by luck")
                .isTrue();
        assertThat(PairedContrast.ofShares(six, new double[6]).differs(2)).isFalse();
        assertThat(PairedContrast.ofShares(new double[] {1}, new double[] {0})
                        .interval95()
                        .missing())
                .isTrue();
        Interval equal = PairedContrast.ofShares(ones, ones).interval95();
        assertThat(equal.covers(0)).isTrue();
        assertThat(equal.halfWidth()).isPositive();
        assertThat(PairedContrast.ofShares(zeros, ones).interval95().low()).isEqualTo(-1);
    }

    /** Shares of 0.6 and 0.3 from one uniform draw: of 20,000 samples of 20 pairs the interval covers 0.3 in 95 % or more. */
    @Test
    void theIntervalOfSharesCovers() {
        Random random = new Random(12);
        int covered = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            double[] first = new double[20];
            double[] second = new double[20];
            for (int pair = 0; pair < 20; pair++) {
                double draw = random.nextDouble();
                first[pair] = draw < 0.6 ? 1 : 0;
                second[pair] = draw < 0.3 ? 1 : 0;
            }
            covered += PairedContrast.ofShares(first, second).interval95().covers(0.3) ? 1 : 0;
        }
        assertThat(covered / 20_000.0).isBetween(0.945, 0.985);
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
