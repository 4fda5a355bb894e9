package straits.market.pricing;

/** How a price on demand moves. One small class per policy. */
interface PricingPolicy {

    /** Time of a change that never comes. */
    long NEVER = Long.MAX_VALUE;

    /**
     * The next price.
     *
     * @param price price now, in micro-USD per GPU-hour
     * @param leased GPUs of the pool in leases now
     * @param rentable GPUs of the pool in leases or on offer now
     * @param nowMicros time of the review
     * @return the next price, before floor and ceiling, in micro-USD per GPU-hour
     */
    double next(double price, int leased, int rentable, long nowMicros);

    /**
     * Whether the price is exactly what the policy says from the start on: below cost, above the ceiling, and in a pool that has
     * nothing to rent yet.
     */
    default boolean prescribes() {
        return false;
    }

    /** When, after now, the policy next gives another price whatever is leased; {@link #NEVER} if it never does. */
    default long nextChangeMicros(long nowMicros) {
        return NEVER;
    }

    /** Leased over rentable GPUs; 0 if there are none. */
    static double utilisationFraction(int leased, int rentable) {
        return rentable == 0 ? 0 : (double) leased / rentable;
    }
}
