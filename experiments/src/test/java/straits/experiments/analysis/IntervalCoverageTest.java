package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often each kind of 95 % interval covers what it should, on laws whose answer is known. The table in docs/statistics.md is made
 * of the lines that come out here, to the last digit; what it says of intervals that cover too seldom is held as well.
 */
final class IntervalCoverageTest {

    private static final Path PAGE = Path.of("docs/statistics.md");
    private static final double NOMINAL = 0.95;

    /** Of how many standard errors of the measurement a fault is made: one true interval in a thousand is beyond. */
    private static final double ERRORS = 3.29;

    private enum Verdict {
        COVERS,
        TOO_SELDOM
    }

    /** One kind of interval on one law. */
    private record Kind(
            String interval, String law, int repeats, Verdict verdict, double truth, Function<Random, Interval> draw) {

        double measured() {
            Random random = new Random(20260101);
            long covered = IntStream.range(0, repeats)
                    .filter(repeat -> draw.apply(random).covers(truth))
                    .count();
            return (double) covered / repeats;
        }

        double error() {
            return Math.sqrt(NOMINAL * (1 - NOMINAL) / repeats);
        }

        @Override
        public String toString() {
            return interval + ", " + law;
        }
    }

    static List<Kind> kinds() {
        return List.of(
                kind(
                        "mean, Student's t",
                        "10 normal values",
                        Verdict.COVERS,
                        0,
                        random -> MeanEstimate.of(normal(random, 10)).interval95()),
                kind(
                        "mean, Student's t",
                        "10 exponential values",
                        Verdict.TOO_SELDOM,
                        1,
                        random -> MeanEstimate.of(exponential(random, 10)).interval95()),
                kind(
                        "mean, Student's t",
                        "100 exponential values",
                        Verdict.COVERS,
                        1,
                        random -> MeanEstimate.of(exponential(random, 100)).interval95()),
                kind(
                        "probability, Wilson",
                        "50 trials of 0.3",
                        Verdict.COVERS,
                        0.3,
                        random -> Wilson.interval95(successes(random, 50, 0.3), 50)),
                kind(
                        "probability, Wilson",
                        "20 trials of 0.05",
                        Verdict.TOO_SELDOM,
                        0.05,
                        random -> Wilson.interval95(successes(random, 20, 0.05), 20)),
                kind(
                        "median, order statistics",
                        "30 exponential values",
                        Verdict.COVERS,
                        StrictMath.log(2),
                        random -> Quantiles.of(exponential(random, 30)).interval95(0.5)),
                kind(
                        "0.95 quantile, order statistics",
                        "100 exponential values",
                        Verdict.COVERS,
                        StrictMath.log(20),
                        random -> Quantiles.of(exponential(random, 100)).interval95(0.95)),
                kind(
                        "median date, order statistics",
                        "40 exponential dates, never after 1 (37 %)",
                        Verdict.COVERS,
                        StrictMath.log(2),
                        random -> CensoredDate.of(censored(exponential(random, 40), 1))
                                .quantileInterval95(0.5)),
                kind(
                        "probability of never, Wilson",
                        "40 exponential dates, never after 1 (37 %)",
                        Verdict.COVERS,
                        StrictMath.exp(-1),
                        random -> CensoredDate.of(censored(exponential(random, 40), 1))
                                .neverInterval95()),
                kind(
                        "ratio of totals, jackknife",
                        "20 pairs: weight uniform on 1 to 2, times 3 plus normal noise",
                        Verdict.COVERS,
                        3,
                        random -> ratio(random, 20)),
                kind(
                        "paired difference, Student's t",
                        "10 pairs of normal values, correlation 0.8",
                        Verdict.COVERS,
                        1,
                        random -> paired(random, 10)),
                kind(
                        "sequential mean",
                        "exponential, to 30 % of the mean, from 5 by 5",
                        Verdict.TOO_SELDOM,
                        1,
                        random -> sequential(0.3, 5, () -> exponential(random, 5))),
                kind(
                        "sequential mean",
                        "normal, sd = mean, to 5 % of the mean, from 100 by 100",
                        Verdict.COVERS,
                        1,
                        random -> sequential(0.05, 100, () -> normalAbout1(random, 100))),
                kind(
                        "control variates, regression",
                        "20 normal values, 2 controls, gain 5",
                        Verdict.COVERS,
                        7,
                        random -> controlled(random, 20, false)),
                kind(
                        "control variates, regression",
                        "20 values, 2 exponential controls",
                        Verdict.COVERS,
                        7,
                        random -> controlled(random, 20, true)),
                kind(
                        "batch means",
                        "autoregressive 0.5, 20 batches of 50",
                        Verdict.COVERS,
                        0,
                        random -> BatchMeans.of(autoregressive(random, 0.5, 1000), 50)
                                .mean()
                                .interval95()),
                kind(
                        "batch means",
                        "autoregressive 0.95, 20 batches of 50",
                        Verdict.TOO_SELDOM,
                        0,
                        random -> BatchMeans.of(autoregressive(random, 0.95, 1000), 50)
                                .mean()
                                .interval95()),
                new Kind(
                        "mu, bootstrap",
                        "10 trajectories, normal effects",
                        1000,
                        Verdict.COVERS,
                        1,
                        random -> effects(random, 10, 0)),
                new Kind(
                        "mu_star, bootstrap",
                        "10 trajectories, effects 1 + exponential",
                        1000,
                        Verdict.TOO_SELDOM,
                        2,
                        random -> effects(random, 10, 1)),
                new Kind(
                        "sigma, bootstrap",
                        "30 trajectories, normal effects",
                        1000,
                        Verdict.TOO_SELDOM,
                        1,
                        random -> effects(random, 30, 2)),
                new Kind(
                        "S1, bootstrap",
                        "128 independent base points, 2 x + y",
                        400,
                        Verdict.COVERS,
                        0.8,
                        random -> sobol(random, 128).get(0).interval95()),
                new Kind(
                        "ST, bootstrap",
                        "128 independent base points, 2 x + y",
                        400,
                        Verdict.COVERS,
                        0.8,
                        random -> sobol(random, 128).get(1).interval95()));
    }

    private static Kind kind(
            String interval, String law, Verdict verdict, double truth, Function<Random, Interval> draw) {
        return new Kind(interval, law, 4000, verdict, truth, draw);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void coversAsThePageSays(Kind kind) throws Exception {
        double measured = kind.measured();
        if (kind.verdict() == Verdict.COVERS) {
            assertThat(measured).isGreaterThanOrEqualTo(NOMINAL - ERRORS * kind.error());
        } else {
            assertThat(measured).isLessThan(NOMINAL - ERRORS * kind.error());
        }
        assertThat(Files.readString(PAGE)).contains(line(kind, measured));
    }

    private static String line(Kind kind, double measured) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.3f +- %.3f | %s |",
                kind.interval(),
                kind.law(),
                measured,
                ERRORS * kind.error(),
                kind.verdict() == Verdict.COVERS ? "yes" : "no");
    }

    /** A measurement that could not fail would show nothing: an interval for another truth is found out. */
    @Test
    void aWrongIntervalIsSeen() {
        Kind wrong = kind(
                "",
                "",
                Verdict.COVERS,
                0.5,
                random -> MeanEstimate.of(normal(random, 10)).interval95());
        assertThat(wrong.measured()).isLessThan(NOMINAL - ERRORS * wrong.error());
    }

    private static double[] normal(Random random, int n) {
        return DoubleStream.generate(random::nextGaussian).limit(n).toArray();
    }

    private static double[] exponential(Random random, int n) {
        return DoubleStream.generate(() -> -StrictMath.log(1 - random.nextDouble()))
                .limit(n)
                .toArray();
    }

    private static int successes(Random random, int n, double p) {
        return (int) random.doubles(n).filter(u -> u < p).count();
    }

    private static double[] censored(double[] times, double end) {
        return Arrays.stream(times)
                .map(time -> time > end ? Double.POSITIVE_INFINITY : time)
                .toArray();
    }

    private static Interval ratio(Random random, int n) {
        double[] under = random.doubles(n, 1, 2).toArray();
        double[] noise = normal(random, n);
        double[] over = new double[n];
        Arrays.setAll(over, i -> 3 * under[i] + noise[i]);
        return RatioEstimate.of(over, under).interval95();
    }

    private static Interval paired(Random random, int n) {
        double[] first = normal(random, n);
        double[] noise = normal(random, n);
        double[] second = new double[n];
        Arrays.setAll(second, i -> 0.8 * first[i] + 0.6 * noise[i] - 1);
        return PairedContrast.of(first, second).interval95();
    }

    /** As a point of sequential replications is run: looked at after each step until the interval is narrow enough. */
    private static Interval sequential(double relativeHalfWidth, int step, Supplier<double[]> more) {
        double[] values = {};
        MeanEstimate estimate;
        do {
            values = DoubleStream.concat(Arrays.stream(values), Arrays.stream(more.get()))
                    .toArray();
            estimate = MeanEstimate.of(values);
        } while (!(estimate.relativeHalfWidth() <= relativeHalfWidth) && values.length < 1000 * step);
        return estimate.interval95();
    }

    private static double[] normalAbout1(Random random, int n) {
        return Arrays.stream(normal(random, n)).map(z -> 1 + z).toArray();
    }

    private static Interval controlled(Random random, int n, boolean skew) {
        double[] one = skew ? off(exponential(random, n)) : normal(random, n);
        double[] other = skew ? off(exponential(random, n)) : normal(random, n);
        double[] noise = normal(random, n);
        double[] values = new double[n];
        Arrays.setAll(values, i -> 7 + 2 * one[i] + noise[i]);
        return ControlVariates.of(values, List.of(one, other)).interval95();
    }

    private static double[] off(double[] values) {
        return Arrays.stream(values).map(value -> value - 1).toArray();
    }

    private static double[] autoregressive(Random random, double memory, int n) {
        double[] series = new double[n];
        double level = random.nextGaussian() / Math.sqrt(1 - memory * memory);
        for (int i = 0; i < n; i++) {
            series[i] = level;
            level = memory * level + random.nextGaussian();
        }
        return series;
    }

    /** Of one factor: mu, mu_star or sigma by number; effects are normal (1, 1), or 1 + exponential for mu_star. */
    private static Interval effects(Random random, int trajectories, int statistic) {
        double[] values = statistic == 1 ? exponential(random, trajectories) : normal(random, trajectories);
        double[][] effects = Arrays.stream(values)
                .mapToObj(value -> new double[] {1 + value})
                .toArray(double[][]::new);
        return ElementaryEffects.of(1, effects, random::nextDouble)
                .get(statistic)
                .interval95();
    }

    /** Of f = 2 x + y with x and y uniform: 4/5 of the variance is of x. */
    private static List<SensitivityIndex> sobol(Random random, int points) {
        double[][] values = new double[points][];
        for (int point = 0; point < points; point++) {
            double ax = random.nextDouble();
            double ay = random.nextDouble();
            double bx = random.nextDouble();
            double by = random.nextDouble();
            values[point] = new double[] {2 * ax + ay, 2 * bx + by, 2 * bx + ay, 2 * ax + by};
        }
        return SobolIndices.of(2, values, random::nextDouble);
    }
}
