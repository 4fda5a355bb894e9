package straits.experiments.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import straits.experiments.Trials;
import straits.experiments.analysis.SampledMean;
import straits.random.Randomness;
import straits.random.Stream;

/** Samples for a mean: their shape, and what theory says of their intervals and gains. */
final class EstimateDesignTest {

    private static final int AXES = 4;
    private static final int POINTS = 64;
    private static final int GROUPS = 8;

    private static Design.Estimate estimate(Design.Sampling sampling) {
        return new Design.Estimate(POINTS, sampling, GROUPS);
    }

    private static List<DesignRow> rows(Design.Sampling sampling, int trial) {
        Stream stream = Randomness.of("estimate", trial).stream("test", sampling.name());
        return PointSets.estimate(estimate(sampling), AXES, new DesignStream(stream));
    }

    /** Values of a function at the points, with noise of its own at each, by group. */
    private static SampledMean mean(Design.Sampling sampling, int trial, ToDoubleFunction<DesignRow> of, double noise) {
        Stream luck = Randomness.of("estimate", trial).stream("test", "luck");
        List<DesignRow> rows = rows(sampling, trial);
        int size = estimate(sampling).groupSize();
        List<double[]> groups = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += size) {
            groups.add(rows.subList(from, from + size).stream()
                    .mapToDouble(row -> of.applyAsDouble(row) + noise * (luck.next() - 0.5))
                    .toArray());
        }
        return SampledMean.of(groups);
    }

    /** Rises in every axis: a product of 1 + u, mean 1.5^4. */
    private static double product(DesignRow row) {
        double product = 1;
        for (int axis = 0; axis < AXES; axis++) {
            product *= 1 + row.share(axis);
        }
        return product;
    }

    /** The same at mirrored points. */
    private static double valley(DesignRow row) {
        double distance = row.share(0) - 0.5;
        return distance * distance;
    }

    @Test
    void antitheticPointsAreMirrored() {
        List<DesignRow> rows = rows(Design.Sampling.ANTITHETIC, 0);
        assertThat(rows).hasSize(POINTS);
        for (int i = 0; i < POINTS; i += 2) {
            assertThat(rows.get(i).sample())
                    .isEqualTo(i / 2)
                    .isEqualTo(rows.get(i + 1).sample());
            assertThat(rows.get(i).role() + rows.get(i + 1).role()).isEqualTo("01");
            for (int axis = 0; axis < AXES; axis++) {
                assertThat(rows.get(i).share(axis) + rows.get(i + 1).share(axis))
                        .isCloseTo(1, within(1e-15));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Design.Sampling.class,
            names = {"STRATIFIED", "RQMC"})
    void everyGroupHasAPointInEverySliceAndGroupsDiffer(Design.Sampling sampling) {
        List<DesignRow> rows = rows(sampling, 0);
        int size = POINTS / GROUPS;
        for (int group = 0; group < GROUPS; group++) {
            List<DesignRow> its = rows.subList(group * size, (group + 1) * size);
            int number = group;
            assertThat(its).allMatch(row -> row.sample() == number);
            assertThat(its.stream().map(row -> (int) (row.share(2) * size))).doesNotHaveDuplicates();
        }
        assertThat(rows.stream().map(row -> row.share(0))).doesNotHaveDuplicates();
    }

    /** 2,000 experiments each: 95 % within three standard errors of a binomial, 0.0146. */
    @ParameterizedTest
    @EnumSource(Design.Sampling.class)
    void intervalsCoverTheMeanAsOftenAsTheySay(Design.Sampling sampling) {
        int trials = 2_000;
        int covered = 0;
        for (int trial = 0; trial < trials; trial++) {
            SampledMean mean = mean(sampling, trial, EstimateDesignTest::product, 1);
            covered += mean.interval95().covers(Math.pow(1.5, AXES)) ? 1 : 0;
        }
        assertThat(covered / (double) trials).isCloseTo(0.95, within(0.0146));
    }

    /** Of plain sampling the variance is known: E[(1 + u)^2] = 7/3 in each axis. The judgement has no bias. */
    @ParameterizedTest
    @EnumSource(Design.Sampling.class)
    void whatPlainSamplingWouldHaveGivenIsJudgedWithoutBias(Design.Sampling sampling) {
        double plain = 0;
        int trials = 2_000;
        for (int trial = 0; trial < trials; trial++) {
            plain += mean(sampling, trial, EstimateDesignTest::product, 0).plainVariance() / trials;
        }
        double exact = (Math.pow(7.0 / 3, AXES) - Math.pow(1.5, 2 * AXES)) / POINTS;
        assertThat(plain).isCloseTo(exact, within(0.02 * exact));
    }

    /** Var of a pair's mean is (s2 + cov) / 2; of the product cov = (13/6)^4 - 1.5^8 over both points. */
    @Test
    void antitheticPairsGainWhereTheAnswerIsMonotoneAndHurtWhereItIsNot() {
        double square = Math.pow(7.0 / 3, AXES) - Math.pow(1.5, 2 * AXES);
        double covariance = Math.pow(13.0 / 6, AXES) - Math.pow(1.5, 2 * AXES);
        assertThat(gain(Design.Sampling.ANTITHETIC, EstimateDesignTest::product))
                .isCloseTo(square / (square + covariance), within(1.0));
        assertThat(gain(Design.Sampling.ANTITHETIC, EstimateDesignTest::valley)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void stratifiedAndQuasiMonteCarloGain() {
        assertThat(gain(Design.Sampling.PLAIN, EstimateDesignTest::product)).isCloseTo(1, within(1e-9));
        assertThat(gain(Design.Sampling.STRATIFIED, EstimateDesignTest::product))
                .isGreaterThan(8);
        assertThat(gain(Design.Sampling.RQMC, EstimateDesignTest::product)).isGreaterThan(8);
    }

    /** By the mean variances of 500 experiments. */
    private static double gain(Design.Sampling sampling, ToDoubleFunction<DesignRow> of) {
        double own = 0;
        double plain = 0;
        for (int trial = 0; trial < 500; trial++) {
            SampledMean mean = mean(sampling, trial, of, 0);
            own += mean.variance();
            plain += mean.plainVariance();
        }
        return plain / own;
    }

    private static final String PRICE =
            "factors:\n  price: {path: anchors.big.max_price, low: 1 USD per H100e-hour, high: 3 USD per H100e-hour}\n";

    @Test
    void saysWhatIsSampledAndInWhichDimension() {
        Experiment experiment =
                Trials.experiment(PRICE + "design: {estimate: {points: 32, sampling: rqmc, randomisations: 4}}\n");
        assertThat(experiment.sampling())
                .containsExactly("rqmc sampling of 1 inputs (the dimension), 4 independent groups of 8 points;"
                        + " everything within a run is plain Monte Carlo");
        assertThat(experiment.points()).hasSize(64);
    }

    /** Regimes share the random numbers of their row; rows do not, or what they share would not average out. */
    @Test
    void everyRowHasRandomNumbersOfItsOwn() {
        String lines = PRICE + "design: {estimate: {points: 4}}\n";
        Experiment experiment = Trials.experiment(lines);
        List<String> seeds = experiment.points().stream().map(experiment::seed).toList();
        for (int row = 0; row < 4; row++) {
            assertThat(seeds.get(2 * row)).isEqualTo(seeds.get(2 * row + 1));
        }
        assertThat(seeds.stream().distinct()).hasSize(4);
        Experiment own = Trials.experiment(lines + "common_random_numbers: false\n");
        assertThat(own.points().stream().map(own::seed).distinct()).hasSize(8);
    }

    @Test
    void groupsThatCannotBeAreTold() {
        assertThat(Trials.faults(PRICE + "design: {estimate: {points: 5, sampling: antithetic}}\n"))
                .singleElement()
                .asString()
                .contains("design.estimate.points: found 5; must be even");
        assertThat(Trials.faults(PRICE + "design: {estimate: {points: 20, sampling: stratified}}\n"))
                .singleElement()
                .asString()
                .contains("a multiple of randomisations, 8");
        assertThat(Trials.faults(PRICE + "design: {estimate: {points: 4, sampling: stratified}}\n"))
                .singleElement()
                .asString()
                .contains("a multiple of randomisations, 8");
        assertThat(Trials.faults(PRICE + "design: {estimate: {points: 24, sampling: rqmc}}\n"))
                .singleElement()
                .asString()
                .contains("8 randomisations of 3", "power of two");
        assertThat(Trials.faults(PRICE + "design: {estimate: {points: 2, sampling: antithetic}}\n"))
                .singleElement()
                .asString()
                .contains("4 or more");
    }
}
