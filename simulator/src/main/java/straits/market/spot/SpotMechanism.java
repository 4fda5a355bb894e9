package straits.market.spot;

import java.util.List;

/** How bids become prices at a clearing. One small class per mechanism; none keeps a state. */
public interface SpotMechanism {

    /**
     * Clears a market.
     *
     * @param asks what is sold, at least one; more than one only if {@link #manySellers}
     * @param bids highest first
     */
    Clearing clear(List<Ask> asks, List<Bid> bids);

    /** What a lease pays per GPU-hour where the market stands at a price, in micro-USD: never above its bid. */
    default long chargeMicroUsd(long standingMicroUsd, long bidMicroUsd) {
        return standingMicroUsd;
    }

    /** Whether all pools of a chip whose providers chose the mechanism are one market; else every pool is one. */
    default boolean manySellers() {
        return false;
    }
}
