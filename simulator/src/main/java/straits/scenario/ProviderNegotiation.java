package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.NUMBER;
import static straits.scenario.Dimension.USD_PER_GPU_HOUR;

import org.jspecify.annotations.Nullable;

/**
 * How a provider negotiates blocks with anchor tenants that do so too.
 *
 * @param reservation what it takes at least
 * @param margin margin over that cost which it requires of a block, as a share of it
 * @param discountRate its discount rate per year, continuously compounded
 * @param cost what a GPU-hour costs it, whatever the chip, drawn for each negotiation; missing: its full cost
 *     and required margin if it states a cost, else its marginal cost
 */
public record ProviderNegotiation(
        @Meaning("what it takes at least") @Default("cost") Reservation reservation,

        @Meaning("margin over cost that it requires of a block, as a share of the cost")
        @In(NUMBER)
        @Within
        @Default("0")
        Quantity margin,

        @Meaning("its discount rate per year, continuously compounded")
        @In(FRACTION)
        @Within(open = true, high = 10)
        @Default("10 %")
        Quantity discountRate,

        @Meaning("what a GPU-hour costs it, drawn for each negotiation; left out: its full or marginal cost")
        @In(USD_PER_GPU_HOUR)
        @Within
        @Nullable
        Distribution cost) {

    /** Rules for the least that a provider takes. */
    public enum Reservation {
        /** Its cost and the margin it requires. */
        COST,
        /** What its GPUs are expected to earn on the open market, but not less than cost and margin. */
        OPEN_MARKET
    }
}
