package straits.measurement;

/** Count, mean and variance of observations, by Welford's recursion (Technometrics 4, 1962). */
public final class Tally {

    private long count;
    private double mean;
    private double squares;

    /** Adds an observation. */
    public void add(double value) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
    }

    /** Forgets everything. */
    public void restart() {
        count = 0;
        mean = 0;
        squares = 0;
    }

    /** What was seen so far. */
    public Summary summary() {
        return new Summary(count, count == 0 ? Double.NaN : mean, count < 2 ? Double.NaN : squares / (count - 1));
    }

    /**
     * A tally at rest.
     *
     * @param count observations
     * @param mean their mean; NaN if there are none
     * @param variance their variance with divisor count - 1; NaN below two
     */
    public record Summary(long count, double mean, double variance) {}
}
