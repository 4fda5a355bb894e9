package straits.scenario;

import static straits.scenario.Dimension.HOURS;

/**
 * Rules of the market as a whole.
 *
 * @param waiting what happens to requests that find no capacity
 * @param anticipation how far planners bring orders and purchases forward to be sure of coming before a rule
 */
public record Market(
        @Meaning("what happens to requests that find no capacity") @Default("fifo_strict")
        Waiting waiting,

        @Meaning("how far orders and purchases come forward to be sure of coming before an announced rule")
        @In(HOURS)
        @Within
        @Default("0 h")
        Quantity anticipation) {

    /** Order in which waiting requests are served. */
    public enum Waiting {
        /** First come, first served; the first in line keeps every pool it would accept from those behind it. */
        FIFO_STRICT,
        /** First come, first tried; those behind may be served while the first does not fit. */
        BACKFILL,
        /** The smallest request first. */
        SMALLEST_FIRST,
        /** Nobody waits. */
        LOST
    }
}
