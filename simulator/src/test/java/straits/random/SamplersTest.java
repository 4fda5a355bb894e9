package straits.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import straits.scenario.Distribution;
import straits.scenario.Quantity;
import umontreal.ssj.probdist.ContinuousDistribution;
import umontreal.ssj.probdist.ExponentialDist;
import umontreal.ssj.probdist.GammaDist;
import umontreal.ssj.probdist.LognormalDist;
import umontreal.ssj.probdist.ParetoDist;
import umontreal.ssj.probdist.TriangularDist;
import umontreal.ssj.probdist.UniformDist;
import umontreal.ssj.probdist.WeibullDist;

class SamplersTest {

    /** From the least draw of MRG32k3a to its greatest, with the joints of the approximations in between. */
    private static final double[] GRID = grid();

    private static double[] grid() {
        DoubleStream tails = DoubleStream.of(2.33e-10, 1e-9, 1e-7, 1e-5, 1e-4, 1e-3, 0.01, 0.05, 0.0749, 0.0751);
        double[] low = tails.toArray();
        DoubleStream middle = DoubleStream.iterate(0.1, u -> u < 0.95, u -> u + 0.05);
        return DoubleStream.concat(
                        DoubleStream.concat(Arrays.stream(low), middle),
                        Arrays.stream(low).map(u -> 1 - u))
                .toArray();
    }

    static List<Arguments> continuous() {
        return List.of(
                arguments(exponential(3), new ExponentialDist(1.0 / 3)),
                arguments(lognormal(5, 1.3), new LognormalDist(StrictMath.log(5), 1.3)),
                arguments(lognormal(5, 0.01), new LognormalDist(StrictMath.log(5), 0.01)),
                arguments(weibull(0.7, 2), new WeibullDist(0.7, 0.5, 0)),
                arguments(weibull(3, 2), new WeibullDist(3, 0.5, 0)),
                arguments(pareto(2.5, 4), new ParetoDist(2.5, 4)),
                arguments(uniform(2, 7), new UniformDist(2, 7)),
                arguments(triangular(2, 3, 7), new TriangularDist(2, 7, 3)));
    }

    /** Those with a finite second moment, so that the length-biased version has a mean, and discrete ones. */
    static List<Distribution> biasable() {
        return List.of(
                exponential(3),
                lognormal(5, 0.8),
                weibull(0.9, 2),
                weibull(3, 2),
                gamma(0.6, 2),
                gamma(4, 2),
                pareto(4.5, 4),
                uniform(2, 7),
                uniform(0, 7),
                triangular(2, 3, 7),
                triangular(0, 0, 1),
                triangular(0, 1, 1),
                discrete(8, 0.25, 1, 0.5, 64, 0.25),
                empirical(3, 1, 4, 1, 5),
                new Distribution.Constant(Quantity.of(9)));
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void invertsAsSsjDoes(Distribution distribution, ContinuousDistribution reference) {
        Sampler sampler = Samplers.of(distribution);
        for (double u : GRID) {
            double expected = reference.inverseF(u);
            assertThat(sampler.at(u)).as("u = %s", u).isCloseTo(expected, within(1e-12 * expected));
        }
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void knowsItsDistributionFunctionAndMean(Distribution distribution, ContinuousDistribution reference) {
        Sampler sampler = Samplers.of(distribution);
        for (double u : GRID) {
            double x = reference.inverseF(u);
            assertThat(sampler.cdf(x)).as("x = %s", x).isCloseTo(reference.cdf(x), within(1e-12));
        }
        assertThat(sampler.cdf(-1)).isZero();
        assertThat(sampler.mean()).isCloseTo(reference.getMean(), within(1e-12 * reference.getMean()));
    }

    /** SSJ's own inverse of the gamma distribution function is good to 1e-8 only; its distribution functions are better. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.4, 1, 1.7, 2, 30, 400})
    void gammaInvertsTheDistributionFunctionOfSsj(double shape) {
        Sampler sampler = Samplers.of(gamma(shape, 1));
        GammaDist reference = new GammaDist(shape, 1);
        for (double u : GRID) {
            double x = sampler.at(u);
            assertThat(reference.cdf(x)).as("u = %s", u).isCloseTo(u, within(1e-12 * u));
            assertThat(reference.barF(x)).as("u = %s", u).isCloseTo(1 - u, within(1e-12 * (1 - u)));
            assertThat(sampler.cdf(x)).as("u = %s", u).isCloseTo(u, within(1e-12 * u));
        }
        assertThat(sampler.mean()).isEqualTo(shape);
    }

    @Test
    void gammaOfShapeOneIsExponential() {
        Sampler gamma = Samplers.of(gamma(1, 3));
        Sampler exponential = Samplers.of(exponential(3));
        for (double u : GRID) {
            assertThat(gamma.at(u)).as("u = %s", u).isCloseTo(exponential.at(u), within(1e-13 * exponential.at(u)));
        }
    }

    @ParameterizedTest
    @MethodSource("biasable")
    void inversionAndDistributionFunctionAgree(Distribution distribution) {
        for (Sampler sampler : List.of(Samplers.of(distribution), Samplers.lengthBiased(distribution))) {
            double previous = 0;
            for (double u : Arrays.stream(GRID).sorted().toArray()) {
                double x = sampler.at(u);
                assertThat(x).isGreaterThanOrEqualTo(previous);
                assertThat(sampler.cdf(x * (1 + 1e-9))).isGreaterThan(u - 1e-12);
                assertThat(sampler.cdf(x * (1 - 1e-9))).isLessThan(u + 1e-12);
                previous = x;
            }
        }
    }

    /** P*(X &lt;= x) = E[X; X &lt;= x] / E[X], the right side summed over the quantiles of the unbiased. */
    @ParameterizedTest
    @MethodSource("biasable")
    void lengthBiasedWeighsEachValueByItself(Distribution distribution) {
        Sampler unbiased = Samplers.of(distribution);
        Sampler biased = Samplers.lengthBiased(distribution);
        int steps = 40_000;
        double[] values = new double[steps];
        for (int i = 0; i < steps; i++) {
            values[i] = unbiased.at((i + 0.5) / steps);
        }
        double total = Arrays.stream(values).sum();
        for (double x : List.of(0.5, 1.0, 2.5, 4.0, 6.0, 9.0, 20.0, 64.0)) {
            double share = Arrays.stream(values).filter(v -> v <= x).sum() / total;
            assertThat(biased.cdf(x)).as("x = %s", x).isCloseTo(share, within(2e-3));
        }
        assertThat(total / steps).isCloseTo(unbiased.mean(), within(2e-3 * unbiased.mean()));
    }

    /** E*[X] = E[X^2] / E[X], the mean of many draws within what their spread allows. */
    @ParameterizedTest
    @MethodSource("biasable")
    void drawsHaveTheMeanThatTheSamplerStates(Distribution distribution) {
        for (Sampler sampler : List.of(Samplers.of(distribution), Samplers.lengthBiased(distribution))) {
            Stream stream = Randomness.of("moments", 0).stream(distribution.toString(), "value");
            int n = 40_000;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double x = sampler.draw(stream);
                sum += x;
                squares += x * x;
            }
            double mean = sum / n;
            double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
            assertThat(mean).isCloseTo(sampler.mean(), within(4 * deviation / Math.sqrt(n) + 1e-12));
        }
    }

    @Test
    void closedFormsOfLengthBiasedMeans() {
        assertThat(Samplers.lengthBiased(exponential(3)).mean()).isCloseTo(6, within(1e-14));
        assertThat(Samplers.lengthBiased(lognormal(5, 0.8)).mean())
                .isCloseTo(5 * StrictMath.exp(1.5 * 0.64), within(1e-13));
        assertThat(Samplers.lengthBiased(pareto(3, 4)).mean()).isCloseTo(8, within(1e-14));
        assertThat(Samplers.lengthBiased(pareto(1.5, 4)).mean()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Samplers.lengthBiased(uniform(0, 3)).mean()).isCloseTo(2, within(1e-14));
        assertThat(Samplers.lengthBiased(discrete(1, 0.5, 3, 0.5)).mean()).isCloseTo(2.5, within(1e-14));
        assertThat(Samplers.lengthBiased(triangular(0, 0, 1)).mean()).isCloseTo(0.5, within(1e-14));
    }

    @Test
    void discreteFollowsItsTableToTheLastEntry() {
        Sampler sampler = Samplers.of(discrete(8, 0.1, 1, 0.2, 64, 0.7, 99, 0));
        assertThat(sampler.at(1e-300)).isEqualTo(1);
        assertThat(sampler.at(0.2)).isEqualTo(1);
        assertThat(sampler.at(Math.nextUp(0.2))).isEqualTo(8);
        assertThat(sampler.at(0.31)).isEqualTo(64);
        assertThat(sampler.at(Math.nextDown(1.0))).isEqualTo(64);
        assertThat(sampler.cdf(0.99)).isZero();
        assertThat(sampler.cdf(1)).isCloseTo(0.2, within(1e-15));
        assertThat(sampler.cdf(64)).isEqualTo(1);
        assertThat(sampler.mean()).isCloseTo(0.8 + 0.2 + 44.8, within(1e-13));
    }

    @Test
    void empiricalGivesEachValueItsShare() {
        Sampler sampler = Samplers.of(empirical(3, 1, 2, 1));
        assertThat(DoubleStream.of(0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.8, 0.999).map(sampler::at))
                .containsExactly(1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 3.0, 3.0);
        assertThat(sampler.mean()).isEqualTo(1.75);
    }

    @Test
    void constantsTakeNoDraw() {
        Stream never = () -> {
            throw new AssertionError("a constant drew a number");
        };
        assertThat(Samplers.of(new Distribution.Constant(Quantity.of(-2.5))).draw(never))
                .isEqualTo(-2.5);
    }

    @Test
    void degenerateLawsGiveTheirOneValue() {
        assertThat(Samplers.of(lognormal(4, 0)).at(0.3)).isEqualTo(4);
        assertThat(Samplers.of(triangular(4, 4, 4)).at(0.3)).isEqualTo(4);
        assertThat(Samplers.of(uniform(4, 4)).at(0.3)).isEqualTo(4);
    }

    @Test
    void conditionalDrawsAreThoseAtOrAboveTheBound() {
        Sampler memoryless = Samplers.of(exponential(3));
        for (double u : GRID) {
            double x = Samplers.conditionalAtLeast(memoryless, 10, u);
            assertThat(x - 10).isCloseTo(memoryless.at(u), within(1e-12 + 1e-12 / (1 - u)));
        }
        Sampler table = Samplers.of(discrete(1, 0.5, 2, 0.25, 3, 0.25));
        assertThat(Samplers.conditionalAtLeast(table, 2, 0.49)).isEqualTo(2);
        assertThat(Samplers.conditionalAtLeast(table, 2, 0.51)).isEqualTo(3);
        assertThat(Samplers.conditionalAtLeast(table, 3, 1e-9)).isEqualTo(3);
        assertThat(Samplers.conditionalAtLeast(table, 0, 0.49)).isEqualTo(1);
        Sampler constant = Samplers.of(new Distribution.Constant(Quantity.of(9)));
        assertThat(Samplers.conditionalAtLeast(constant, 9, 0.5)).isEqualTo(9);
        assertThatThrownBy(() -> Samplers.conditionalAtLeast(constant, 9.5, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("low: 9.5");
    }

    @Test
    void conditionalDrawsStayFiniteFarOut() {
        Sampler sampler = Samplers.of(exponential(1));
        assertThat(Samplers.conditionalAtLeast(sampler, 36, 1 - 1e-10)).isBetween(36.0, 100.0);
    }

    static List<Arguments> refused() {
        return List.of(
                arguments(exponential(0), "mean: 0.0"),
                arguments(exponential(Double.NaN), "mean: NaN"),
                arguments(exponential(Double.POSITIVE_INFINITY), "mean: Infinity"),
                arguments(lognormal(0, 1), "median: 0.0"),
                arguments(lognormal(0, 0), "median: 0.0"),
                arguments(lognormal(1, -1), "ln_sigma: -1.0"),
                arguments(weibull(0, 1), "shape: 0.0"),
                arguments(weibull(1, -1), "scale: -1.0"),
                arguments(gamma(-1, 1), "shape: -1.0"),
                arguments(gamma(1, Double.NaN), "scale: NaN"),
                arguments(pareto(0, 1), "shape: 0.0"),
                arguments(pareto(1, 0), "scale: 0.0"),
                arguments(uniform(2, 1), "high: 1.0"),
                arguments(uniform(Double.NaN, 1), "low: NaN"),
                arguments(triangular(2, 1, 3), "mode: 1.0"),
                arguments(triangular(1, 4, 3), "high: 3.0"),
                arguments(discrete(1, 0.5, 2, -0.1), "probability: -0.1"),
                arguments(discrete(1, 0.0), "sum of probabilities: 0.0"),
                arguments(empirical(), "sum of probabilities: 0.0"),
                arguments(empirical(1, Double.POSITIVE_INFINITY), "value: Infinity"),
                arguments(new Distribution.Constant(Quantity.of(Double.NaN)), "value: NaN"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesParametersOutsideTheirRange(Distribution distribution, String message) {
        assertThatThrownBy(() -> Samplers.of(distribution))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    static List<Arguments> notBiasable() {
        return List.of(
                arguments(pareto(1, 4), "shape: 1.0"),
                arguments(uniform(-1, 4), "low: -1.0"),
                arguments(uniform(0, 0), "high: 0.0"),
                arguments(triangular(-1, 0, 4), "low: -1.0"),
                arguments(discrete(-1, 0.5, 2, 0.5), "value: -1.0"),
                arguments(discrete(0, 1), "mean: 0.0"),
                arguments(new Distribution.Constant(Quantity.of(0)), "mean: 0.0"));
    }

    @ParameterizedTest
    @MethodSource("notBiasable")
    void refusesToBiasWhatHasNoLength(Distribution distribution, String message) {
        assertThatThrownBy(() -> Samplers.lengthBiased(distribution))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theNormalQuantileIsGoodToTheEndsOfItsRange() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double u = random.nextInt(3) == 0 ? StrictMath.exp(-600 * random.nextDouble()) : random.nextDouble();
            double expected = umontreal.ssj.probdist.NormalDist.inverseF01(u);
            assertThat(NormalQuantile.at(u))
                    .as("u = %s", u)
                    .isCloseTo(expected, within(1e-15 + 1e-13 * Math.abs(expected)));
        }
        assertThat(NormalQuantile.at(0.5)).isZero();
    }

    private static Distribution exponential(double mean) {
        return new Distribution.Exponential(Quantity.of(mean));
    }

    private static Distribution lognormal(double median, double lnSigma) {
        return new Distribution.Lognormal(Quantity.of(median), Quantity.of(lnSigma));
    }

    private static Distribution weibull(double shape, double scale) {
        return new Distribution.Weibull(Quantity.of(shape), Quantity.of(scale));
    }

    private static Distribution gamma(double shape, double scale) {
        return new Distribution.Gamma(Quantity.of(shape), Quantity.of(scale));
    }

    private static Distribution pareto(double shape, double scale) {
        return new Distribution.Pareto(Quantity.of(shape), Quantity.of(scale));
    }

    private static Distribution uniform(double low, double high) {
        return new Distribution.Uniform(Quantity.of(low), Quantity.of(high));
    }

    private static Distribution triangular(double low, double mode, double high) {
        return new Distribution.Triangular(Quantity.of(low), Quantity.of(mode), Quantity.of(high));
    }

    private static Distribution discrete(double... valuesAndProbabilities) {
        List<Distribution.Discrete.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < valuesAndProbabilities.length; i += 2) {
            outcomes.add(new Distribution.Discrete.Outcome(
                    Quantity.of(valuesAndProbabilities[i]), Quantity.of(valuesAndProbabilities[i + 1])));
        }
        return new Distribution.Discrete(outcomes);
    }

    private static Distribution empirical(double... values) {
        return new Distribution.Empirical(
                Arrays.stream(values).mapToObj(Quantity::of).toList());
    }
}
