package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.GPUS;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Dimension.USD_PER_GPU_HOUR;
import static straits.scenario.Form.Kind.COUNTRY_CODE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import straits.units.Money;

/**
 * A firm that rents GPUs out.
 *
 * @param home jurisdiction of its headquarters, a code of two letters
 * @param ownerClass how export rules see it
 * @param operationsCost cost of operations per GPU and hour beside electricity
 * @param cost what its GPUs and halls cost; missing where nobody asks
 * @param pricing how its prices move
 * @param offers its price list by chip
 * @param fleet what it has at the start
 * @param orders how it orders GPUs from the demand it expects, beside dated orders
 * @param retirement when its GPUs leave service; missing means never
 * @param spot how it sells spot leases; missing if it does not
 * @param negotiation how it negotiates blocks; missing: it rents out at list prices only
 */
public record Provider(
        @Meaning("jurisdiction of the headquarters") @Form(COUNTRY_CODE)
        String home,

        @Meaning("how export rules see it") ProviderClass ownerClass,

        @Meaning("cost of operations beside electricity") @In(USD_PER_GPU_HOUR) @Within @Default("0 USD per GPU-hour")
        Quantity operationsCost,

        @Meaning("what its GPUs and halls cost, for full cost and accounts") @Nullable
        Cost cost,

        @Meaning("how its prices move") @Default("{policy: posted}")
        Pricing pricing,

        @Meaning("price list by chip") @Refers("chips") Map<String, Offer> offers,
        @Meaning("GPUs at the start") @Default("[]") List<Fleet> fleet,

        @Meaning("orders from expected demand, beside dated ones") @Default("[]")
        List<OrderRule> orders,

        @Meaning("when its GPUs leave service; missing means never") @Nullable
        Retirement retirement,

        @Meaning("how it sells spot leases; left out: it does not") @Nullable
        SpotSale spot,

        @Meaning("how it negotiates blocks; left out: it rents out at list prices only") @Nullable
        ProviderNegotiation negotiation) {

    /** No GPU-hour costs more: prices are kept in 31 bits of micro-USD. */
    public static final double MAX_USD_PER_GPU_HOUR = 2000;

    /** The same in micro-USD. */
    public static final long MAX_MICRO_USD_PER_GPU_HOUR = Money.ofUsd(MAX_USD_PER_GPU_HOUR);

    /** Copies the collections, so that the record stays immutable. */
    public Provider {
        offers = Copies.of(offers);
        fleet = List.copyOf(fleet);
        orders = List.copyOf(orders);
    }

    /**
     * Standing prices for one chip.
     *
     * @param onDemand list price on demand
     * @param terms prices for longer terms
     * @param discounts discounts for longer terms
     */
    public record Offer(
            @Meaning("price on demand") @In(USD_PER_GPU_HOUR) @Within(high = MAX_USD_PER_GPU_HOUR)
            Quantity onDemand,

            @Meaning("prices for longer terms") @Default("[]")
            List<TermPrice> terms,

            @Meaning("discounts on the price on demand for longer terms") @Default("[]")
            List<Discount> discounts) {

        /** Copies the lists, so that the record stays immutable. */
        public Offer {
            terms = List.copyOf(terms);
            discounts = List.copyOf(discounts);
        }
    }

    /**
     * Price for a commitment; while prices move it keeps its ratio to the price on demand.
     *
     * @param term length of the commitment
     * @param minGpus least size that gets this price
     * @param price price at the start
     */
    public record TermPrice(
            @Meaning("length of the commitment") @In(HOURS) @Within(open = true)
            Quantity term,

            @Meaning("least size that gets this price") @In(GPUS) @Within(low = 1) @Default("1 GPUs")
            Quantity minGpus,

            @Meaning("price at the start") @In(USD_PER_GPU_HOUR) @Within(high = MAX_USD_PER_GPU_HOUR)
            Quantity price) {}

    /**
     * A step of a discount schedule: it holds for its term and all longer ones without a step of their own.
     *
     * @param term length of the commitment from which it holds
     * @param minGpus least size that gets it
     * @param discount what is taken off the price on demand
     */
    public record Discount(
            @Meaning("length of the commitment from which it holds") @In(HOURS) @Within(open = true)
            Quantity term,

            @Meaning("least size that gets it") @In(GPUS) @Within(low = 1) @Default("1 GPUs")
            Quantity minGpus,

            @Meaning("share taken off the price on demand") @In(FRACTION) @Within(high = 1)
            Quantity discount) {}

    /**
     * GPUs of one chip at one site at the start.
     *
     * @param site where they stand
     * @param chip which chip
     * @param installed how many
     * @param rentableFraction share of them ever offered; the rest is captive
     * @param inServiceSince since when, for retirement by age; missing means since the start
     */
    public record Fleet(
            @Meaning("site") @Refers("sites") String site,
            @Meaning("chip") @Refers("chips") String chip,

            @Meaning("installed GPUs") @In(GPUS) @Within(high = 3_000_000)
            Quantity installed,

            @Meaning("share ever offered; the rest is captive") @In(FRACTION) @Within(high = 1) @Default("1")
            Quantity rentableFraction,

            @Meaning("since when, for retirement by age; missing means the start") @Nullable
            LocalDate inServiceSince) {}
}
