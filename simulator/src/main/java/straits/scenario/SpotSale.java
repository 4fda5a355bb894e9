package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;

/**
 * How a provider sells what is free as spot leases.
 *
 * @param mechanism how bids become prices
 * @param clearing time between clearings
 * @param reserve least price over the price on demand; never below marginal cost
 * @param notice time between the notice to a lease and its end
 * @param victims whose lease is reclaimed first when others need the GPUs
 */
public record SpotSale(
        @Meaning("how bids become prices") Mechanism mechanism,

        @Meaning("time between clearings") @In(HOURS) @Within(open = true) @Default("1 h")
        Quantity clearing,

        @Meaning("least price over the price on demand; never below marginal cost")
        @In(FRACTION)
        @Within(high = 1)
        @Default("0")
        Quantity reserve,

        @Meaning("time between the notice to a lease and its end") @In(HOURS) @Within @Default("0 h")
        Quantity notice,

        @Meaning("whose lease is reclaimed first when others need the GPUs") @Default("lowest_bid")
        Victims victims) {

    /** How bids become prices. */
    public enum Mechanism {
        /** All pay the greater of the reserve and the highest bid not filled. */
        UNIFORM_PRICE,
        /** Each pays its bid. */
        PAY_AS_BID,
        /** All pay the midpoint between the last bid and the last ask that trade, over all pools of a chip. */
        DOUBLE_AUCTION
    }

    /** Whose lease is reclaimed first when others need the GPUs. */
    public enum Victims {
        /** The lowest bid, among equals the newest. */
        LOWEST_BID,
        /** The lease that began last. */
        NEWEST,
        /** The lease that began first. */
        OLDEST
    }
}
