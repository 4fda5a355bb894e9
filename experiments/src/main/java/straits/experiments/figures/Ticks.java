package straits.experiments.figures;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Round values along an axis that cover a range: multiples of a step that is 1, 2 or 5 times a power of ten.
 *
 * @param first the first as a multiple of the step
 * @param last the last
 * @param step distance of two
 * @param decimals digits of the step after the point
 */
record Ticks(long first, long last, double step, int decimals) {

    private static final double[] STEPS = {1, 2, 5, 10};

    /** Ticks around a range, at most so many steps. A range without width gets some. */
    static Ticks of(double low, double high, int most) {
        if (!(high > low)) {
            return of(low, low + Math.max(Math.abs(low), 1) / 2, most);
        }
        int power = (int) StrictMath.floor(StrictMath.log10((high - low) / most));
        for (double times : STEPS) {
            Ticks ticks = of(low, high, times, power);
            if (ticks.last - ticks.first <= most) {
                return ticks;
            }
        }
        return of(low, high, 2, power + 1);
    }

    private static Ticks of(double low, double high, double times, int power) {
        double step = power < 0 ? times / StrictMath.pow(10, -power) : times * StrictMath.pow(10, power);
        long first = (long) StrictMath.floor(low / step);
        long last = Math.max(first + 1, (long) StrictMath.ceil(high / step));
        int decimals = times == 10 ? -power - 1 : -power;
        return new Ticks(first, last, step, Math.max(0, decimals));
    }

    double low() {
        return first * step;
    }

    double high() {
        return last * step;
    }

    /** The values. */
    List<Double> values() {
        return LongStream.rangeClosed(first, last).mapToObj(each -> each * step).toList();
    }

    /** A value as it stands at its tick. */
    String text(double value) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.matches("-[0.,]+") ? text.substring(1) : text;
    }

    /** Where a value lies between the first tick, 0, and the last, 1. */
    double share(double value) {
        return (value - low()) / (high() - low());
    }
}
