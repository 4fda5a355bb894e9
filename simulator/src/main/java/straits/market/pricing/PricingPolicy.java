package straits.market.pricing;

/** How a price on demand moves at a review. One small class per policy. */
interface PricingPolicy {

    /**
     * The next price.
     *
     * @param price price now, in micro-USD per GPU-hour
     * @param utilisationFraction leased over rentable GPUs of the pool now
     * @param nowMicros time of the review
     * @return the next price before floor and ceiling, in micro-USD per GPU-hour
     */
    double next(double price, double utilisationFraction, long nowMicros);
}
