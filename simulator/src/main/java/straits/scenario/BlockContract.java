package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the blocks that an anchor tenant signs.
 *
 * @param prepaid share of the value of each lease paid when it begins
 * @param unusedFee share of the price owed for GPUs beyond the need
 * @param ramp stages that follow the first, which begins at signing
 * @param lateFee what the provider owes for a GPU-hour that comes late, as a share of its price
 * @param lapse how late a stage may be before it is given up
 * @param swap terms of moving to a newer chip of the provider; missing: none
 * @param termination what is owed when a rule ends it
 */
public record BlockContract(
        @Meaning("share of the value of each lease paid when it begins") @In(FRACTION) @Within(high = 1) @Default("0")
        Quantity prepaid,

        @Meaning("share of the price owed for GPUs beyond the need") @In(FRACTION) @Within(high = 1) @Default("1")
        Quantity unusedFee,

        @Meaning("stages that follow the first, which begins at signing") @Default("[]")
        List<Stage> ramp,

        @Meaning("owed by the provider for a GPU-hour that comes late, as a share of its price")
        @In(FRACTION)
        @Within(high = 10)
        @Default("0")
        Quantity lateFee,

        @Meaning("how late a stage may be before it is given up") @In(HOURS) @Within @Default("90 days")
        Quantity lapse,

        @Meaning("terms of moving to a newer chip of the provider; missing: none") @Nullable
        Swap swap,

        @Meaning("what is owed when a rule ends it") @Default("{}")
        Termination termination) {

    /** Copies the list, so that the record stays immutable. */
    public BlockContract {
        ramp = List.copyOf(ramp);
    }

    /**
     * A later stage of a block.
     *
     * @param after time from signing
     * @param share share of the block that begins then
     */
    public record Stage(
            @Meaning("time from signing") @In(HOURS) @Within(open = true)
            Quantity after,

            @Meaning("share of the block that begins then") @In(FRACTION) @Within(open = true, high = 1)
            Quantity share) {}

    /**
     * What it costs to move to a newer chip.
     *
     * @param premium rise of the price per H100-equivalent
     */
    public record Swap(
            @Meaning("rise of the price per H100e-hour") @In(FRACTION) @Within(high = 10) @Default("0")
            Quantity premium) {}
}
