package straits.experiments.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Bootstrap intervals of statistics of independent units: units are drawn anew with replacement, as many as there are, and the
 * interval lies between two quantiles of what the statistics become (Efron and Tibshirani, An Introduction to the Bootstrap, 1993,
 * section 13.3). With few units the plain quantiles 0.025 and 0.975 are too near; they are moved outwards by as much as makes the
 * interval of a mean as wide as Student's (the expanded percentile interval of T. C. Hesterberg, "What teachers should know about
 * the bootstrap", The American Statistician 69(4), 2015, section 5).
 */
public final class Bootstrap {

    /** Resamples: the ends of an interval then move by about a thirtieth of its width from one seed to another. */
    static final int RESAMPLES = 1000;

    private Bootstrap() {}

    /**
     * Intervals of several statistics; O({@value #RESAMPLES} x the cost of computing them).
     *
     * @param units number of units
     * @param uniforms draws between 0 and 1, exclusive; the same draws give the same intervals
     * @param statistics the statistics of a resample, given how often each unit is in it
     * @return an interval per statistic; missing of fewer than two units, or where a resample has no such statistic
     */
    static List<Interval> intervals95(int units, DoubleSupplier uniforms, Function<int[], double[]> statistics) {
        double[][] resampled = new double[RESAMPLES][];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            resampled[resample] = statistics.apply(times(units, uniforms));
        }
        return IntStream.range(0, resampled[0].length)
                .mapToObj(each -> interval(units, column(resampled, each)))
                .toList();
    }

    private static int[] times(int units, DoubleSupplier uniforms) {
        int[] times = new int[units];
        for (int draw = 0; draw < units; draw++) {
            times[(int) (uniforms.getAsDouble() * units)]++;
        }
        return times;
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    private static Interval interval(int units, double[] values) {
        if (units < 2 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            return Interval.MISSING;
        }
        double tail = tail(units);
        Quantiles quantiles = Quantiles.of(values);
        return new Interval(quantiles.at(tail), quantiles.at(1 - tail));
    }

    /** What is left out on each side: 0.025 of many units, less of few. */
    private static double tail(int units) {
        double t = StudentT.quantile(0.975, units - 1);
        double expanded =
                new NormalDistribution(null, 0, 1).cumulativeProbability(-t * Math.sqrt(units / (units - 1.0)));
        // Of two or three units: beyond every resample, but still a probability.
        return Math.max(expanded, 1.0 / (RESAMPLES * 1000.0));
    }
}
