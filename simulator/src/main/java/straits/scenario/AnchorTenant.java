package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.GPUS;
import static straits.scenario.Dimension.H100E;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Dimension.USD;
import static straits.scenario.Dimension.USD_PER_GPU_HOUR;
import static straits.scenario.Dimension.USD_PER_H100E_HOUR;
import static straits.scenario.Form.Kind.COUNTRY_CODE;
import static straits.scenario.Form.Kind.SLUG;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A large tenant that reviews its needs and its budget and rents in blocks.
 *
 * @param home jurisdiction of its headquarters
 * @param workload what it uses GPUs for
 * @param countries where it accepts GPUs; empty means anywhere
 * @param chips which chips it accepts; empty means any
 * @param budget budget for rental per year
 * @param pacing how much of the budget it may have spent by when
 * @param commitmentRule what counts against the budget
 * @param maxPrice most it pays
 * @param need what it wants to hold, by date
 * @param review time between reviews
 * @param onDemand whether it also rents on demand
 * @param terms lengths of block leases it signs
 * @param minBlock least size of a block it takes
 * @param blockUsableFraction share of a pool's free GPUs that can be had in blocks
 * @param opening leases it holds at the start
 * @param strategy name of an extension that buys for it; missing: the cheapest first, up to its need
 * @param strategyParameters what the extension takes
 * @param negotiation how it negotiates blocks; missing: it signs them at list prices
 * @param block terms of the blocks it signs; missing: paid by the hour, whole at once, held to the end
 */
public record AnchorTenant(
        @Meaning("jurisdiction of the headquarters") @Form(COUNTRY_CODE)
        String home,

        @Meaning("what GPUs are used for") @Default("training")
        Workload workload,

        @Meaning("countries accepted; empty means any") @Refers("countries") @Default("[]")
        List<String> countries,

        @Meaning("chips accepted; empty means any") @Refers("chips") @Default("[]")
        List<String> chips,

        @Meaning("budget for rental per year") @In(USD) @Within
        Quantity budget,

        @Meaning("how much of the budget may be spent by when") @Default("{kind: even}")
        Pacing pacing,

        @Meaning("what counts against the budget") @Default("cash_in_period")
        CommitmentRule commitmentRule,

        @Meaning("most it pays") @In(USD_PER_H100E_HOUR) @Within
        Quantity maxPrice,

        @Meaning("what it wants to hold, by date") @In(H100E) @Within
        List<Dated> need,

        @Meaning("time between reviews") @In(HOURS) @Within(open = true) @Default("7 days")
        Quantity review,

        @Meaning("whether it also rents on demand") @Default("true")
        boolean onDemand,

        @Meaning("lengths of block leases it signs") @In(HOURS) @Within(open = true) @Default("[]")
        List<Quantity> terms,

        @Meaning("least size of a block it takes") @In(GPUS) @Within(low = 1) @Default("1 GPUs")
        Quantity minBlock,

        @Meaning("share of a pool's free GPUs that can be had in blocks") @In(FRACTION) @Within(high = 1) @Default("1")
        Quantity blockUsableFraction,

        @Meaning("leases held at the start") @Default("[]") List<OpeningLease> opening,

        @Meaning("name of an extension that buys for it; left out: the cheapest first, up to its need")
        @Form(SLUG)
        @Nullable
        String strategy,

        @Meaning("parameters of that extension") @Nullable Map<String, Parameter> strategyParameters,

        @Meaning("how it negotiates blocks; left out: it signs them at list prices") @Nullable
        TenantNegotiation negotiation,

        @Meaning("terms of the blocks it signs; missing: paid by the hour, whole at once, held to the end") @Nullable
        BlockContract block) {

    /** Copies the lists, so that the record stays immutable. */
    public AnchorTenant {
        countries = List.copyOf(countries);
        chips = List.copyOf(chips);
        need = List.copyOf(need);
        terms = List.copyOf(terms);
        opening = List.copyOf(opening);
        strategyParameters = strategyParameters == null ? null : Copies.of(strategyParameters);
    }

    /** The parameters of its strategy as texts; empty if there are none. */
    public Map<String, String> strategyTexts() {
        return Parameter.texts(strategyParameters);
    }

    /** What counts against a budget. */
    public enum CommitmentRule {
        /** Charges that fall in the period. */
        CASH_IN_PERIOD,
        /** The whole value of a contract when it is signed. */
        CONTRACT_VALUE
    }

    /**
     * How much of a year's budget may be spent by when.
     *
     * @param kind the rule
     * @param shares shares of the year's budget for its consecutive equal parts; for {@code scheduled} only
     */
    public record Pacing(
            @Meaning("the rule") Kind kind,

            @Meaning("shares of the year for its consecutive equal parts; for scheduled only")
            @In(FRACTION)
            @Within(high = 1)
            @Default("[]")
            List<Quantity> shares) {

        /** Copies the list, so that the record stays immutable. */
        public Pacing {
            shares = List.copyOf(shares);
        }

        /** Rules of pacing. */
        public enum Kind {
            /** By any month's end no more than the share of the year gone by. */
            EVEN,
            /** By a share x of the year no more than 1 - (1 - x)^2. */
            FRONT_LOADED,
            /** A year's budget any time in that year. */
            AS_NEEDED,
            /** By the stated shares. */
            SCHEDULED,
            /** Anything at any time: the budget is counted and never binds, whatever counts against it. */
            UNLIMITED
        }
    }

    /**
     * A lease in force at the start, at a locked price.
     *
     * @param provider who leases
     * @param site where
     * @param chip which chip
     * @param gpus how many GPUs
     * @param remaining time left
     * @param price locked price
     */
    public record OpeningLease(
            @Meaning("provider") @Refers("providers") String provider,
            @Meaning("site") @Refers("sites") String site,
            @Meaning("chip") @Refers("chips") String chip,
            @Meaning("GPUs") @In(GPUS) @Within(low = 1) Quantity gpus,

            @Meaning("time left") @In(HOURS) @Within(open = true)
            Quantity remaining,

            @Meaning("locked price") @In(USD_PER_GPU_HOUR) @Within(high = Provider.MAX_USD_PER_GPU_HOUR)
            Quantity price) {}
}
