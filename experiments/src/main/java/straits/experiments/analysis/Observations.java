package straits.experiments.analysis;

import umontreal.ssj.stat.Tally;

/** Checks observations and feeds them to SSJ's tally, in the order given, so that sums do not depend on threads. */
final class Observations {

    private Observations() {}

    /**
     * The tally of the values.
     *
     * @throws IllegalArgumentException if a value is NaN or infinite: a mean of it would hide a failed replication
     */
    static Tally tally(double[] values) {
        Tally tally = new Tally();
        for (int i = 0; i < values.length; i++) {
            tally.add(finite(values[i], i));
        }
        return tally;
    }

    /** Mean of a tally; NaN of none (SSJ would log a warning). */
    static double mean(Tally tally) {
        return tally.numberObs() == 0 ? Double.NaN : tally.average();
    }

    /** Sample variance of a tally, divisor n - 1; NaN of fewer than two. */
    static double variance(Tally tally) {
        return tally.numberObs() < 2 ? Double.NaN : tally.variance();
    }

    /** The value, if it is a finite number. */
    static double finite(double value, int index) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("observation " + index + " is " + value + ", not a finite number");
        }
        return value;
    }

    /** Refuses two samples that cannot be paired. */
    static void sameLength(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "paired samples differ in length: " + first.length + " and " + second.length);
        }
    }
}
