package straits.market.bargaining;

import straits.units.Money;

/**
 * A negotiation of an anchor tenant with a provider over GPUs of one pool.
 *
 * @param tenant who wants a block
 * @param pool where
 * @param openedMicros when it began
 * @param gpus GPUs under offer
 * @param termMicros length of the block
 * @param sides who they are and what they know
 * @param listMicroUsd list price of such a block at the beginning, in micro-USD per GPU-hour
 */
public record Negotiation(
        int tenant, int pool, long openedMicros, int gpus, long termMicros, Sides sides, long listMicroUsd) {

    /** How a negotiation ended. */
    public enum Ending {
        /** With a signed block. */
        AGREED,
        /** At once: no price suits both sides, as far as they can see. */
        NO_SURPLUS,
        /** At once: others would supply the tenant at less than this provider takes. */
        OUTBID,
        /** The last round was over. */
        NOT_AGREED,
        /** The tenant had got what it lacked from others, or all but less than its least block. */
        NEED_FILLED,
        /** They agreed, but rules or the budget no longer let the tenant sign a block. */
        NOT_SIGNED,
        /** Not at all: the run ended first. */
        OPEN_AT_END
    }

    /** The most the tenant pays, in micro-USD per GPU-hour. */
    public long limitMicroUsd() {
        return Money.ofDrawnUsd(sides.limitUsd());
    }

    /** The least the provider takes, in micro-USD per GPU-hour. */
    public long floorMicroUsd() {
        return Money.ofDrawnUsd(sides.floorUsd());
    }

    /**
     * A price agreed, in whole micro-USD per GPU-hour.
     *
     * @throws IllegalStateException if it is beyond a reservation value by more than rounding
     */
    public long microUsd(double usd) {
        long microUsd = Money.ofUsd(usd);
        if (microUsd < floorMicroUsd() || microUsd > limitMicroUsd()) {
            throw new IllegalStateException("agreed on " + usd
                    + " USD per GPU-hour; must be between the reservation values " + sides.floorUsd() + " and "
                    + sides.limitUsd());
        }
        return microUsd;
    }
}
