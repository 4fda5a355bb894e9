package straits.experiments.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Sobol indices from Saltelli's design. With f at the points of the samples A and B, and of A with factor i from B:
 *
 * <ul>
 *   <li>S1 = mean of f(B) (f(AB_i) - f(A)) / V: Saltelli et al., Computer Physics Communications 181, 2010, 259-270, table 2 (b);
 *   <li>ST = mean of (f(A) - f(AB_i))^2 / 2V: Jansen, Computer Physics Communications 117, 1999, 35-43, ibid. table 2 (f);
 *   <li>S2 = mean of (f(BA_i) f(AB_j) - f(A) f(B)) / V - S1_i - S1_j: Saltelli, ibid. 145, 2002, 280-297, theorem 2.
 * </ul>
 *
 * V is the variance over A and B together, and the mean over both is taken off all values first, which changes no index but the
 * error of the estimates. Estimates of an index of zero may come out a little below it.
 */
public final class SobolIndices {

    private final int factors;
    private final boolean secondOrder;
    private final double[][] values;

    private SobolIndices(int factors, double[][] values) {
        this.factors = factors;
        this.values = values;
        secondOrder = values.length > 0 && values[0].length == 2 + 2 * factors;
    }

    /**
     * The indices: S1 and ST of every factor, then S2 of every pair if there is a second order.
     *
     * @param factors number of factors
     * @param values by base point: f at A, B, AB of each factor, and for a second order BA of each factor
     * @param uniforms draws for the bootstrap, in which base points are the units
     * @throws IllegalArgumentException if a base point has another number of values
     */
    public static List<SensitivityIndex> of(int factors, double[][] values, DoubleSupplier uniforms) {
        for (double[] each : values) {
            if (each.length != values[0].length || (each.length != 2 + factors && each.length != 2 + 2 * factors)) {
                throw new IllegalArgumentException(each.length + " values at a base point of " + factors + " factors");
            }
        }
        SobolIndices indices = new SobolIndices(factors, centred(values));
        int[] once = new int[values.length];
        Arrays.fill(once, 1);
        double[] estimates = indices.estimates(once);
        return indices.named(estimates, Bootstrap.intervals95(values.length, uniforms, indices::estimates));
    }

    private static double[][] centred(double[][] values) {
        double mean = Arrays.stream(values)
                .mapToDouble(each -> (each[0] + each[1]) / 2)
                .average()
                .orElse(0);
        return Arrays.stream(values)
                .map(each -> Arrays.stream(each).map(value -> value - mean).toArray())
                .toArray(double[][]::new);
    }

    /** S1 and ST of each factor in turn, then S2 of each pair. */
    private double[] estimates(int[] times) {
        int pairs = secondOrder ? factors * (factors - 1) / 2 : 0;
        double[] sums = new double[2 * factors + pairs];
        double sum = 0;
        double squares = 0;
        for (int unit = 0; unit < times.length; unit++) {
            if (times[unit] > 0) {
                double a = values[unit][0];
                double b = values[unit][1];
                sum += times[unit] * (a + b);
                squares += times[unit] * (a * a + b * b);
                addUnit(values[unit], times[unit], sums);
            }
        }
        double doubled = 2.0 * times.length;
        double variance = squares / doubled - sum / doubled * (sum / doubled);
        for (int index = 0; index < sums.length; index++) {
            sums[index] = variance > 0 ? sums[index] / times.length / variance : Double.NaN;
        }
        return withoutSingles(sums);
    }

    private void addUnit(double[] f, int times, double[] sums) {
        for (int factor = 0; factor < factors; factor++) {
            double difference = f[2 + factor] - f[0];
            sums[2 * factor] += times * f[1] * difference;
            sums[2 * factor + 1] += times * difference * difference / 2;
        }
        int next = 2 * factors;
        for (int one = 0; secondOrder && one < factors; one++) {
            for (int other = one + 1; other < factors; other++) {
                sums[next++] += times * (f[2 + factors + one] * f[2 + other] - f[0] * f[1]);
            }
        }
    }

    private double[] withoutSingles(double[] indices) {
        int next = 2 * factors;
        for (int one = 0; secondOrder && one < factors; one++) {
            for (int other = one + 1; other < factors; other++) {
                indices[next++] -= indices[2 * one] + indices[2 * other];
            }
        }
        return indices;
    }

    private List<SensitivityIndex> named(double[] estimates, List<Interval> intervals) {
        List<SensitivityIndex> named = new ArrayList<>();
        for (int index = 0; index < 2 * factors; index++) {
            SensitivityIndex.Kind kind = index % 2 == 0 ? SensitivityIndex.Kind.S1 : SensitivityIndex.Kind.ST;
            named.add(new SensitivityIndex(
                    kind, index / 2, SensitivityIndex.NONE, estimates[index], intervals.get(index)));
        }
        for (int one = 0; secondOrder && one < factors; one++) {
            for (int other = one + 1; other < factors; other++) {
                int index = named.size();
                named.add(new SensitivityIndex(
                        SensitivityIndex.Kind.S2, one, other, estimates[index], intervals.get(index)));
            }
        }
        return named;
    }
}
