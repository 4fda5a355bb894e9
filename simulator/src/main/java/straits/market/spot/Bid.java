package straits.market.spot;

/**
 * One bid at a clearing: filled whole or not at all.
 *
 * @param microUsd most it pays, in micro-USD per GPU-hour
 * @param gpus at least 1
 * @param pool place in the list of asks of the pool in which its lease runs; {@link #WAITING} if it has none
 */
public record Bid(long microUsd, int gpus, int pool) {

    /** The pool of a bid that waits. */
    public static final int WAITING = -1;

    boolean waits() {
        return pool == WAITING;
    }
}
