package straits.experiments.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Morris's indices from elementary effects, one per trajectory and factor: their mean and standard deviation (M. D. Morris,
 * Technometrics 33(2), 1991, 161-174), and the mean of their absolute values, in which effects of both signs do not cancel
 * (F. Campolongo, J. Cariboni, A. Saltelli, Environmental Modelling and Software 22, 2007, 1509-1518).
 */
public final class ElementaryEffects {

    private static final int STATISTICS = 3;

    private ElementaryEffects() {}

    /**
     * The indices: mu, mu_star and sigma of every factor in turn.
     *
     * @param factors number of factors
     * @param effects by trajectory, then factor
     * @param uniforms draws for the bootstrap, in which trajectories are the units
     */
    public static List<SensitivityIndex> of(int factors, double[][] effects, DoubleSupplier uniforms) {
        int[] once = new int[effects.length];
        Arrays.fill(once, 1);
        double[] estimates = estimates(factors, effects, once);
        List<Interval> intervals =
                Bootstrap.intervals95(effects.length, uniforms, times -> estimates(factors, effects, times));
        List<SensitivityIndex.Kind> kinds =
                List.of(SensitivityIndex.Kind.MU, SensitivityIndex.Kind.MU_STAR, SensitivityIndex.Kind.SIGMA);
        List<SensitivityIndex> indices = new ArrayList<>();
        for (int index = 0; index < estimates.length; index++) {
            indices.add(new SensitivityIndex(
                    kinds.get(index % STATISTICS),
                    index / STATISTICS,
                    SensitivityIndex.NONE,
                    estimates[index],
                    intervals.get(index)));
        }
        return indices;
    }

    private static double[] estimates(int factors, double[][] effects, int[] times) {
        double[] estimates = new double[STATISTICS * factors];
        for (int factor = 0; factor < factors; factor++) {
            double sum = 0;
            double absolute = 0;
            for (int unit = 0; unit < times.length; unit++) {
                sum += times[unit] * effects[unit][factor];
                absolute += times[unit] * Math.abs(effects[unit][factor]);
            }
            double mean = sum / times.length;
            estimates[STATISTICS * factor] = mean;
            estimates[STATISTICS * factor + 1] = absolute / times.length;
            estimates[STATISTICS * factor + 2] = deviation(effects, factor, times, mean);
        }
        return estimates;
    }

    private static double deviation(double[][] effects, int factor, int[] times, double mean) {
        double squares = 0;
        for (int unit = 0; unit < times.length; unit++) {
            double distance = effects[unit][factor] - mean;
            squares += times[unit] * distance * distance;
        }
        return times.length < 2 ? Double.NaN : Math.sqrt(squares / (times.length - 1));
    }
}
