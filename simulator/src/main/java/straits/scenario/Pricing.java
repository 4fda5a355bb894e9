package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Dimension.NUMBER;

/**
 * How a provider's prices on demand move, pool by pool.
 *
 * @param policy the rule
 * @param review time between reviews
 * @param target utilisation at which the price stands still
 * @param sensitivity change of the natural logarithm of the price per review and unit of utilisation
 * @param ceiling greatest price as a multiple of the price at the start
 */
public record Pricing(
        @Meaning("the rule") Policy policy,

        @Meaning("time between reviews") @In(HOURS) @Within(open = true) @Default("7 days")
        Quantity review,

        @Meaning("utilisation at which the price stands still") @In(FRACTION) @Within(high = 1) @Default("0.8")
        Quantity target,

        @Meaning("change of ln price per review and unit of utilisation") @In(NUMBER) @Within(high = 10) @Default("0")
        Quantity sensitivity,

        @Meaning("greatest price over the price at the start") @In(NUMBER) @Within(low = 1) @Default("10")
        Quantity ceiling) {

    /** The rule by which prices move. */
    public enum Policy {
        /** Prices stay as listed. */
        POSTED,
        /** The logarithm of the price moves with utilisation minus target. */
        UTILISATION
    }
}
