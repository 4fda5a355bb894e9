package straits.units;

/**
 * Money: a {@code long} count of micro-USD (1 USD = 1,000,000). Amounts may be negative: a refund is one. Every rounding
 * is half up, that is to the nearest whole micro-USD and from the middle towards positive infinity.
 */
public final class Money {

    /** Micro-USD in a USD. */
    public static final long MICRO_USD_PER_USD = 1_000_000L;

    private static final double LIMIT_MICRO_USD = 0x1p63;

    private static final double MOST_DRAWN_USD = 1e12;

    private static final long HALF_HOUR_MICROS = SimTime.MICROS_PER_HOUR / 2;

    private Money() {}

    /**
     * The amount in micro-USD.
     *
     * @param usd any amount below 2^63 micro-USD (9.2 million million USD) either side of zero
     * @throws IllegalArgumentException if {@code usd} is NaN or too large
     */
    public static long ofUsd(double usd) {
        double microUsd = usd * MICRO_USD_PER_USD;
        if (!(Math.abs(microUsd) < LIMIT_MICRO_USD)) {
            throw new IllegalArgumentException(
                    "usd: " + usd + " is not an amount; expected less than 2^63 micro-USD either side of zero");
        }
        return Math.round(microUsd);
    }

    /**
     * An amount that was drawn, or divided by a number that may be close to zero. Both reach any number; what exceeds a million
     * million USD, far more than any price, counts as that.
     *
     * @param usd any amount from 0
     * @throws IllegalArgumentException if {@code usd} is NaN
     */
    public static long ofDrawnUsd(double usd) {
        return ofUsd(Math.min(usd, MOST_DRAWN_USD));
    }

    /** The same amount in USD, for reports. */
    public static double toUsd(long microUsd) {
        return (double) microUsd / MICRO_USD_PER_USD;
    }

    /**
     * What a rate per hour costs over some time: {@code microUsdPerHour * micros / 3.6e9}, rounded half up. The product
     * may exceed a long; the result is exact all the same, because both factors are split by the hour first.
     *
     * @param microUsdPerHour the rate, already multiplied by the number of GPUs; may be negative
     * @param micros zero or more
     * @throws IllegalArgumentException if {@code micros} is negative
     * @throws ArithmeticException if the charge itself does not fit a long
     */
    public static long charge(long microUsdPerHour, long micros) {
        if (micros == SimTime.MICROS_PER_HOUR) {
            return microUsdPerHour;
        }
        if (micros < 0) {
            throw new IllegalArgumentException("micros: " + micros + " is not a length of time; expected 0 or more");
        }
        long hours = micros / SimTime.MICROS_PER_HOUR;
        long restMicros = micros % SimTime.MICROS_PER_HOUR;
        return Math.addExact(Math.multiplyExact(microUsdPerHour, hours), chargePartHour(microUsdPerHour, restMicros));
    }

    private static long chargePartHour(long microUsdPerHour, long micros) {
        long rate = Math.floorDiv(microUsdPerHour, SimTime.MICROS_PER_HOUR);
        long restRate = Math.floorMod(microUsdPerHour, SimTime.MICROS_PER_HOUR);
        // Both factors are below 3.6e9, so that their product fits 64 bits without a sign, though not with one.
        long rest = Long.divideUnsigned(restRate * micros + HALF_HOUR_MICROS, SimTime.MICROS_PER_HOUR);
        return rate * micros + rest;
    }
}
