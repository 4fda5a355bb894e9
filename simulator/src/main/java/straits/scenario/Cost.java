package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Dimension.USD_PER_MEGAWATT;

/**
 * What a provider's GPUs and halls cost beside electricity and operations. The purchase price of a GPU stands with its chip.
 *
 * @param capital yearly cost of capital, compounded once a year
 * @param lifetime time over which a GPU is written off
 * @param salvage what it is worth then, over its purchase price
 * @param depreciation how its book value falls
 * @param fleetAge age of the GPUs and halls that are there at the start
 * @param build price of a hall per MW of critical IT power
 * @param hallLifetime time over which a hall is written off, in a straight line to nothing
 * @param utilisation share of the hours of a GPU on offer that is expected to be paid
 * @param margin what the provider requires above full cost, over full cost
 */
public record Cost(
        @Meaning("yearly cost of capital, compounded once a year") @In(FRACTION) @Within(high = 10)
        Quantity capital,

        @Meaning("time over which a GPU is written off") @In(HOURS) @Within(open = true)
        Quantity lifetime,

        @Meaning("worth of a GPU at the end of its life, over its purchase price")
        @In(FRACTION)
        @Within(high = 1)
        @Default("0")
        Quantity salvage,

        @Meaning("how the book value of a GPU falls") @Default("straight_line")
        Depreciation depreciation,

        @Meaning("age of GPUs and halls at the start") @In(HOURS) @Within @Default("0 h")
        Quantity fleetAge,

        @Meaning("price of a hall per MW of critical IT power") @In(USD_PER_MEGAWATT) @Within @Default("0 USD per MW")
        Quantity build,

        @Meaning("time over which a hall is written off, in a straight line to nothing")
        @In(HOURS)
        @Within(open = true)
        @Default("15 years")
        Quantity hallLifetime,

        @Meaning("share of the hours of a GPU on offer that is expected to be paid")
        @In(FRACTION)
        @Within(high = 1, open = true)
        @Default("0.8")
        Quantity utilisation,

        @Meaning("required margin over full cost") @In(FRACTION) @Within(high = 100) @Default("0")
        Quantity margin) {

    /** How the book value of a GPU falls with its age. */
    public enum Depreciation {
        /** By the same amount each year, to the salvage value at the end of its life. */
        STRAIGHT_LINE,
        /** By twice the straight-line share of what is left, never below the salvage value; the rest at the end of its life. */
        DOUBLE_DECLINING
    }
}
