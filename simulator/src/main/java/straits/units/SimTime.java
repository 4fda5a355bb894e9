package straits.units;

/**
 * Simulated time: a {@code long} count of microseconds since the start of the scenario.
 *
 * <p>Hours become microseconds here and nowhere else. The product of hours and {@link #MICROS_PER_HOUR} is formed as a
 * double and rounded once, half up, so that up to 71 years the result is the microsecond nearest to the hours given.
 */
public final class SimTime {

    /** Microseconds in a second. */
    public static final long MICROS_PER_SECOND = 1_000_000L;

    /** Microseconds in an hour. */
    public static final long MICROS_PER_HOUR = 3_600L * MICROS_PER_SECOND;

    /** Microseconds in a day of 24 hours. */
    public static final long MICROS_PER_DAY = 24L * MICROS_PER_HOUR;

    /** 2^63 as a double: the first value that does not fit a long. */
    private static final double LIMIT_MICROS = 0x1p63;

    private static final double MOST_DRAWN_HOURS = 10_000 * 8_760.0;

    private SimTime() {}

    /**
     * The instant that many hours after the start.
     *
     * @param hours zero or more, and short of 2^63 microseconds (292,000 years)
     * @return microseconds, rounded half up
     * @throws IllegalArgumentException if {@code hours} is NaN, negative or too large
     */
    public static long ofHours(double hours) {
        double micros = hours * MICROS_PER_HOUR;
        if (!(hours >= 0 && micros < LIMIT_MICROS)) {
            throw new IllegalArgumentException(
                    "hours: " + hours + " is not a time; expected 0 or more and less than 2^63 microseconds");
        }
        return Math.round(micros);
    }

    /**
     * A length of time, which is never nothing: what rounds to zero lasts one microsecond.
     *
     * @param hours as for {@link #ofHours(double)}
     * @return microseconds, rounded half up, at least 1
     * @throws IllegalArgumentException if {@code hours} is NaN, negative or too large
     */
    public static long durationOfHours(double hours) {
        return Math.max(1L, ofHours(hours));
    }

    /**
     * A time that was drawn. Heavy tails reach any number; what exceeds 10,000 years, far more than any run, counts as that.
     *
     * @param hours zero or more
     */
    public static long ofDrawnHours(double hours) {
        return ofHours(Math.min(hours, MOST_DRAWN_HOURS));
    }

    /** As {@link #ofDrawnHours(double)}, but never nothing. */
    public static long durationOfDrawnHours(double hours) {
        return Math.max(1L, ofDrawnHours(hours));
    }

    /** The same time in hours: the nearest double, for times below 2^53 microseconds (285 years). */
    public static double toHours(long micros) {
        return (double) micros / MICROS_PER_HOUR;
    }
}
