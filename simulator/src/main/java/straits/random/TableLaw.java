package straits.random;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A discrete distribution as a table of values in ascending order and the probability of each or a smaller one; the last is
 * exactly 1. Ascending, so that a greater draw never gives a smaller value. O(log n) per draw.
 */
final class TableLaw implements Law {

    private static final int GUIDES = 64;

    /** Every number between 0 and 1 gives the value of a constant. */
    private static final double ANY = 0.5;

    private final double[] values;
    private final double[] weights;
    private final double[] cumulative;

    /** For each of equal parts of (0, 1) where the search may begin (Chen and Asau, AIIE Transactions 6, 1974). */
    private final int[] guide;

    private TableLaw(double[] values, double[] weights) {
        this.values = values;
        this.weights = weights;
        this.cumulative = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            cumulative[i] = sum;
        }
        for (int i = 0; i < weights.length; i++) {
            cumulative[i] /= sum;
        }
        guide = new int[GUIDES + 1];
        int index = 0;
        for (int i = 0; i <= GUIDES; i++) {
            while (cumulative[index] < (double) i / GUIDES) {
                index++;
            }
            guide[i] = index;
        }
    }

    static TableLaw constant(double value) {
        return of(new double[] {value}, new double[] {1});
    }

    /** Values with weights, which need not add to 1. */
    static TableLaw of(double[] values, double[] weights) {
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            Requirement.finite("value", values[i]);
            total += Requirement.notNegative("probability", weights[i]);
        }
        Requirement.positive("sum of probabilities", total);
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new TableLaw(
                Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> weights[i]).toArray());
    }

    /** {@inheritDoc} A constant takes no number from the stream. */
    @Override
    public double uniform(Stream stream) {
        return values.length == 1 ? ANY : stream.next();
    }

    @Override
    public double at(double u) {
        int first = guide[(int) (u * GUIDES)];
        if (cumulative[first] >= u) {
            return values[first];
        }
        int low = first + 1;
        int high = values.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] < u) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return values[low];
    }

    @Override
    public double cdf(double x) {
        int index = values.length - 1;
        while (index >= 0 && values[index] > x) {
            index--;
        }
        return index < 0 ? 0 : cumulative[index];
    }

    @Override
    public double mean() {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * weights[i];
            total += weights[i];
        }
        return sum / total;
    }

    @Override
    public Sampler lengthBiased() {
        double[] biased = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            biased[i] = weights[i] * Requirement.notNegative("value", values[i]);
        }
        Requirement.positive("mean", mean());
        return of(values, biased);
    }
}
