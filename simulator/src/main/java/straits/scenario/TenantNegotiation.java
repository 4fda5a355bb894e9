package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.GPUS;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Dimension.NUMBER;
import static straits.scenario.Dimension.USD_PER_H100E_HOUR;

import org.jspecify.annotations.Nullable;

/**
 * How an anchor tenant negotiates blocks with providers that do so too.
 *
 * @param strategy how the sides come to a price
 * @param term length of the blocks
 * @param round time between two offers, and before the first
 * @param rounds most rounds of one negotiation
 * @param discountRate its discount rate per year, continuously compounded
 * @param mostTalks most negotiations at a time
 * @param maxGpus most GPUs asked for in one negotiation; missing: all that it lacks
 * @param value what a block is worth to it, drawn for each negotiation; missing: the most it pays
 * @param misjudgement what each side takes the other's reservation value for, over the true one, drawn for each side
 * @param bids what both sides know of each other's values; for {@link Strategy#SEALED_BIDS} only
 */
public record TenantNegotiation(
        @Meaning("how the sides come to a price") @Default("alternating_offers")
        Strategy strategy,

        @Meaning("length of the blocks") @In(HOURS) @Within(open = true)
        Quantity term,

        @Meaning("time between two offers, and before the first") @In(HOURS) @Within(open = true) @Default("7 days")
        Quantity round,

        @Meaning("most rounds of one negotiation") @Within(low = 1, high = 1000) @Default("12")
        int rounds,

        @Meaning("its discount rate per year, continuously compounded")
        @In(FRACTION)
        @Within(open = true, high = 10)
        @Default("10 %")
        Quantity discountRate,

        @Meaning("most negotiations at a time") @Within(low = 1, high = 1000) @Default("3")
        int mostTalks,

        @Meaning("most GPUs asked for in one negotiation; left out: all that it lacks")
        @In(GPUS)
        @Within(low = 1)
        @Nullable
        Quantity maxGpus,

        @Meaning("what a block is worth to it, drawn for each negotiation; left out: the most it pays")
        @In(USD_PER_H100E_HOUR)
        @Within
        @Nullable
        Distribution value,

        @Meaning("what each side takes the other's reservation value for, over the true one; drawn for each side")
        @In(NUMBER)
        @Within
        @Default("1")
        Distribution misjudgement,

        @Meaning("what both sides know of each other's values; for sealed_bids only") @Nullable
        Bids bids) {

    /** Ways to come to a price. */
    public enum Strategy {
        /** One side offers, the other accepts or offers in the next round: the subgame-perfect offers of Rubinstein. */
        ALTERNATING_OFFERS,
        /** The surplus is split half-half at once: the symmetric solution of Nash. */
        EQUAL_SPLIT,
        /** Both bid once, unseen, by the linear strategies of Chatterjee and Samuelson, and trade at the mid-point. */
        SEALED_BIDS
    }

    /**
     * Values that either side may have, equally likely as far as the other knows.
     *
     * @param low least value
     * @param high greatest value, above the least
     */
    public record Bids(
            @Meaning("least value either side may have") @In(USD_PER_H100E_HOUR) @Within
            Quantity low,

            @Meaning("greatest value either side may have") @In(USD_PER_H100E_HOUR) @Within
            Quantity high) {}
}
