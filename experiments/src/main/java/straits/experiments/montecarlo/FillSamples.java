package straits.experiments.montecarlo;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The fill samples of one run in a few numbers. Dates and prices are the same in all runs of an experiment and held once for all of
 * them, so that what is kept of a run is a double per sample. Immutable.
 */
final class FillSamples extends AbstractList<FillSample> implements RandomAccess {

    static final FillSamples NONE = new FillSamples(new long[0], new double[0], new double[0]);

    private final long[] days;
    private final double[] prices;
    private final double[] h100e;

    /** Takes the arrays over: nobody writes to them any more. */
    FillSamples(long[] days, double[] prices, double[] h100e) {
        this.days = days;
        this.prices = prices;
        this.h100e = h100e;
    }

    static FillSamples of(List<FillSample> samples) {
        return samples instanceof FillSamples same
                ? same
                : new FillSamples(
                        samples.stream()
                                .mapToLong(sample -> sample.by().toEpochDay())
                                .toArray(),
                        samples.stream()
                                .mapToDouble(FillSample::usdPerH100eHour)
                                .toArray(),
                        samples.stream().mapToDouble(FillSample::h100e).toArray());
    }

    /** Whether the other's samples are for the same dates and prices. */
    boolean sameGrid(FillSamples other) {
        return days == other.days || (Arrays.equals(days, other.days) && Arrays.equals(prices, other.prices));
    }

    /** The same samples on the dates and prices of the other, if they are equal. */
    FillSamples sharing(FillSamples other) {
        return sameGrid(other) ? new FillSamples(other.days, other.prices, h100e) : this;
    }

    /** Other amounts for the same dates and prices. */
    FillSamples withAmounts(double[] amounts) {
        return new FillSamples(days, prices, amounts);
    }

    @Override
    public FillSample get(int index) {
        return new FillSample(LocalDate.ofEpochDay(days[index]), prices[index], h100e[index]);
    }

    @Override
    public int size() {
        return h100e.length;
    }
}
