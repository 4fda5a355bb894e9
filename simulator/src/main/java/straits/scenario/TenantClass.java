package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.H100E;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Dimension.NUMBER;
import static straits.scenario.Dimension.PER_HOUR;
import static straits.scenario.Dimension.PER_YEAR;
import static straits.scenario.Dimension.USD_PER_H100E_HOUR;
import static straits.scenario.Form.Kind.COUNTRY_CODE;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many small tenants with the same habits.
 *
 * @param home jurisdiction of their headquarters
 * @param workload what they use GPUs for
 * @param countries where they accept GPUs; empty means anywhere
 * @param chips which chips they accept; empty means any
 * @param arrivals when requests come; null if {@code population} or {@code trace} says so
 * @param size amount wanted, in H100-equivalents for their workload
 * @param nodeGpus GPUs are taken in multiples of this number
 * @param contract kind of lease
 * @param priceBasis whether the price of a lease moves
 * @param duration length of a lease
 * @param willingness most they pay per H100-equivalent and hour
 * @param patience how long they wait for capacity or a licence
 * @param waitsForPrice whether a request that finds every offer too expensive waits
 * @param choice how they choose among offers
 * @param opening what they hold at the start
 * @param suspectShare share of requests that a screening should refuse
 * @param reserved terms of its reserved leases; missing: all paid by the hour, and held to the end
 * @param spot how they bid; with the contract spot only
 * @param reserveGpus GPUs of a pool that must be left free beside a new lease: they are kept for other classes
 * @param population who asks, if it is the same tenants again and again
 * @param trace what is asked and when, if it is read from a table; what its rows leave out is drawn as for other classes
 * @param retrial whether requests that found nothing come again; null if not
 * @param elasticity how arrivals answer to price; null if not at all
 */
public record TenantClass(
        @Meaning("jurisdiction of the headquarters") @Form(COUNTRY_CODE)
        String home,

        @Meaning("what GPUs are used for") @Default("training")
        Workload workload,

        @Meaning("countries accepted; empty means any") @Refers("countries") @Default("[]")
        List<String> countries,

        @Meaning("chips accepted; empty means any") @Refers("chips") @Default("[]")
        List<String> chips,

        @Meaning("when requests come, unless a population or a trace says so") @Nullable
        Arrivals arrivals,

        @Meaning("amount wanted, for the workload") @In(H100E) @Within(open = true)
        Distribution size,

        @Meaning("GPUs are taken in multiples of this number") @Within(low = 1, high = 1024) @Default("1")
        int nodeGpus,

        @Meaning("kind of lease") @Default("on_demand") Contract contract,

        @Meaning("whether the price of a lease moves") @Default("floating")
        PriceBasis priceBasis,

        @Meaning("length of a lease") @In(HOURS) @Within Distribution duration,

        @Meaning("most they pay") @In(USD_PER_H100E_HOUR) @Within
        Distribution willingness,

        @Meaning("how long they wait for capacity or a licence") @In(HOURS) @Within @Default("{constant: 0 h}")
        Distribution patience,

        @Meaning("whether a request that finds every offer too expensive waits") @Default("false")
        boolean waitsForPrice,

        @Meaning("how they choose among offers") @Default("{rule: cheapest}")
        Choice choice,

        @Meaning("what they hold at the start") @In(H100E) @Within @Default("0 H100e")
        Quantity opening,

        @Meaning("share of requests that a screening should refuse") @In(FRACTION) @Within(high = 1) @Default("0")
        Quantity suspectShare,

        @Meaning("terms of its reserved leases; missing: paid by the hour and held to the end") @Nullable
        ReservedContract reserved,

        @Meaning("how they bid; with the contract spot only") @Nullable
        SpotBidding spot,

        @Meaning("GPUs of a pool that must be left free beside a new lease")
        @Within(low = 0, high = 1_000_000_000)
        @Default("0")
        int reserveGpus,

        @Meaning("a closed set of tenants that ask again and again") @Nullable
        Population population,

        @Meaning("requests read from a table") @Nullable Trace trace,

        @Meaning("whether requests that found nothing come again") @Nullable
        Retrial retrial,

        @Meaning("how arrivals answer to price") @Nullable Elasticity elasticity) {

    /** Copies the lists, so that the record stays immutable. */
    public TenantClass {
        countries = List.copyOf(countries);
        chips = List.copyOf(chips);
    }

    /** How long a lease is whose length was drawn, in hours: a reserved contract has a shortest and a longest term. */
    public double leaseHours(double drawnHours) {
        return reserved == null ? drawnHours : ReservedContract.termHours(drawnHours);
    }

    /** Kinds of lease for tenant classes. */
    public enum Contract {
        /** No commitment. */
        ON_DEMAND,
        /** Committed for the whole duration, at the price of the longest listed term not above it. */
        RESERVED,
        /** What is free, at a bid, until others need the GPUs. */
        SPOT
    }

    /** Whether the price of a lease moves. */
    public enum PriceBasis {
        /** The price in force when each hour begins. */
        FLOATING,
        /** The price at signing. */
        LOCKED
    }

    /**
     * A Poisson process of requests whose rate grows exponentially and follows the hour of the day and the week.
     *
     * @param rate rate at the start, as a mean over the week
     * @param growth factor of the rate over a year
     * @param dayPeakOverMean rate in the busiest hour over the mean: 1 + (peak - 1) cos over the day
     * @param peakHour busiest hour of the day, UTC
     * @param weekendOverWeekday rate on Saturdays and Sundays, UTC, over that on other days
     */
    public record Arrivals(
            @Meaning("rate at the start, a mean over the week") @In(PER_HOUR) @Within
            Quantity rate,

            @Meaning("factor of the rate over a year") @In(PER_YEAR) @Within(open = true) @Default("1 per year")
            Quantity growth,

            @Meaning("rate in the busiest hour over the mean") @In(NUMBER) @Within(low = 1, high = 2) @Default("1")
            Quantity dayPeakOverMean,

            @Meaning("busiest hour of the day, UTC") @In(NUMBER) @Within(high = 24) @Default("8")
            Quantity peakHour,

            @Meaning("rate on Saturdays and Sundays, UTC, over that on other days")
            @In(NUMBER)
            @Within(high = 10)
            @Default("1")
            Quantity weekendOverWeekday) {}

    /**
     * How a tenant chooses among the offers it could accept.
     *
     * @param rule cheapest per H100-equivalent, multinomial logit in price, or providers in a listed order
     * @param scale scale of the logit
     * @param providers for the listed order: the providers tried, first to last; no other is
     */
    public record Choice(
            @Meaning("cheapest per H100e-hour, multinomial logit, or providers in a listed order")
            ChoiceRule rule,

            @Meaning("scale of the logit") @In(USD_PER_H100E_HOUR) @Within(open = true) @Default("1 USD per H100e-hour")
            Quantity scale,

            @Meaning("for rule listed: providers, tried in this order; no others") @Refers("providers") @Default("[]")
            List<String> providers) {

        /** Copies the list, so that the record stays immutable. */
        public Choice {
            providers = List.copyOf(providers);
        }
    }

    /** Rules of choice. */
    public enum ChoiceRule {
        /** The least price per H100-equivalent and hour; ties by the order of the catalogue. */
        CHEAPEST,
        /** Multinomial logit: price over scale plus Gumbel noise. */
        LOGIT,
        /** The first provider of a list that has an offer; among its pools the cheapest. */
        LISTED
    }
}
