package straits.extension;

/** How the price on demand of one pool moves. Every pool of every replication has its own. */
@FunctionalInterface
public interface PricePolicy {

    /**
     * The next price, before it is held between the marginal cost and the provider's ceiling.
     *
     * @param review the pool as it stands
     * @return USD per GPU-hour, 0 or more; anything else fails the replication
     */
    double next(PriceReview review);
}
