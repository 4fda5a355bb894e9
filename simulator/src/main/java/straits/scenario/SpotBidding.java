package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;

/**
 * How the tenants of a class bid for spot leases, and what becomes of their work when a lease is reclaimed.
 *
 * @param bid bid over the most a tenant would pay
 * @param afterReclaim what a tenant does whose lease was reclaimed
 * @param checkpoint work between two saved states
 * @param save time to save the state once notice is given
 * @param restart time a lease needs to take work up again
 */
public record SpotBidding(
        @Meaning("bid over the most it would pay") @In(FRACTION) @Within(high = 1) @Default("{constant: 1}")
        Distribution bid,

        @Meaning("what it does when its lease is reclaimed") @Default("restart")
        AfterReclaim afterReclaim,

        @Meaning("work between two saved states; what came after the last is lost")
        @In(HOURS)
        @Within(open = true)
        @Default("1 h")
        Quantity checkpoint,

        @Meaning("time to save the state; a notice of at least that saves all work") @In(HOURS) @Within @Default("1 h")
        Quantity save,

        @Meaning("time a lease needs to take work up again") @In(HOURS) @Within @Default("0 h")
        Quantity restart) {

    /** What a tenant does whose lease was reclaimed. */
    public enum AfterReclaim {
        /** It asks anew for what is left of its work, and waits for it as long as its patience. */
        RESTART,
        /** It gives up: all its work is lost. */
        LOST
    }
}
