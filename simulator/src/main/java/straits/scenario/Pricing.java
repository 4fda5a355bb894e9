package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.GPUS;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Dimension.NUMBER;
import static straits.scenario.Dimension.PER_HOUR;
import static straits.scenario.Dimension.USD_PER_GPU_HOUR;
import static straits.scenario.Form.Kind.SLUG;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a provider's prices on demand move, pool by pool.
 *
 * @param policy the rule: one of {@link #BUILT_IN}, or the name of an extension
 * @param review time between reviews
 * @param target utilisation at which the price stands still
 * @param sensitivity change of the natural logarithm of the price per review and unit of utilisation
 * @param ceiling greatest price as a multiple of the price at the start
 * @param steps prices of the rule {@link #OCCUPANCY}; missing for others
 * @param busyPrices prices of the rule {@link #BUSY_GPUS}; missing for others
 * @param schedule prices of the rule {@link #SCHEDULE} by chip; a scenario file may name a CSV file instead; missing for others
 * @param expected whom the rule {@link #CONGESTION_PRICE} expects; missing for others
 * @param parameters what an extension takes; missing for rules that are built in
 */
public record Pricing(
        @Meaning(
                "the rule: posted, schedule, utilisation, occupancy, busy-gpus, full-cost-plus, congestion-price, or the name of an extension")
        @Form(SLUG)
        String policy,

        @Meaning("time between reviews") @In(HOURS) @Within(open = true) @Default("7 days")
        Quantity review,

        @Meaning("utilisation at which the price stands still") @In(FRACTION) @Within(high = 1) @Default("0.8")
        Quantity target,

        @Meaning("change of ln price per review and unit of utilisation") @In(NUMBER) @Within(high = 10) @Default("0")
        Quantity sensitivity,

        @Meaning("greatest price over the price at the start") @In(NUMBER) @Within(low = 1) @Default("10")
        Quantity ceiling,

        @Meaning("for occupancy: multiple of the listed price, by utilisation from which it holds") @Nullable
        List<Step> steps,

        @Meaning("for busy-gpus: price by leased GPUs of the pool from which it holds")
        @In(USD_PER_GPU_HOUR)
        @Within(high = Provider.MAX_USD_PER_GPU_HOUR)
        @Nullable
        List<BusyPrice> busyPrices,

        @Meaning("for schedule: price on demand by chip and date, or the name of a CSV file beside the scenario")
        @In(USD_PER_GPU_HOUR)
        @Within(high = Provider.MAX_USD_PER_GPU_HOUR)
        @InFile
        @Nullable
        Map<String, List<Dated>> schedule,

        @Meaning("for congestion-price: the visitors that the best prices are computed for") @Nullable
        Visitors expected,

        @Meaning("parameters of an extension") @Nullable Map<String, Parameter> parameters) {

    /** Prices stay as listed. */
    public static final String POSTED = "posted";

    /** The logarithm of the price moves with utilisation minus target. */
    public static final String UTILISATION = "utilisation";

    /** The price follows utilisation in steps, at once: whenever a lease is signed or ends, or GPUs are energised. */
    public static final String OCCUPANCY = "occupancy";

    /** The price follows the number of GPUs leased, at once. */
    public static final String BUSY_GPUS = "busy-gpus";

    /** The price follows a list of dates. */
    public static final String SCHEDULE = "schedule";

    /** The price is the full cost plus a margin, and follows the price of electricity. */
    public static final String FULL_COST_PLUS = "full-cost-plus";

    /** The prices by number of GPUs leased that earn most in the long run, at once: a benchmark. */
    public static final String CONGESTION_PRICE = "congestion-price";

    /** The rules that are built in. */
    public static final List<String> BUILT_IN =
            List.of(POSTED, SCHEDULE, UTILISATION, OCCUPANCY, BUSY_GPUS, FULL_COST_PLUS, CONGESTION_PRICE);

    /** Rules whose prices move whenever a lease is signed or ends. */
    private static final Set<String> AT_ONCE = Set.of(OCCUPANCY, BUSY_GPUS, CONGESTION_PRICE);

    /** Rules whose prices never move, or on dates of their own. */
    private static final Set<String> NOT_REVIEWED = Set.of(POSTED, SCHEDULE, FULL_COST_PLUS);

    /**
     * A step of a price.
     *
     * @param from utilisation from which it holds: leased over rentable GPUs of the pool
     * @param factor the price over the listed one
     */
    public record Step(
            @Meaning("utilisation from which it holds") @In(FRACTION) @Within(high = 1)
            Quantity from,

            @Meaning("price over the listed price") @In(NUMBER) @Within(high = 1000)
            Quantity factor) {}

    /**
     * A price of the rule {@link #BUSY_GPUS}.
     *
     * @param from leased GPUs of the pool from which it holds
     * @param price the price on demand
     */
    public record BusyPrice(
            @Meaning("leased GPUs from which it holds") @In(GPUS) @Within
            Quantity from,

            @Meaning("price on demand") Quantity price) {}

    /**
     * Visitors who each want one GPU, come by a Poisson process, and stay at the price they found if they can pay it.
     *
     * @param rate visitors per hour
     * @param duration mean length of a lease
     * @param willingness most they pay per GPU-hour: exponential or uniform
     */
    public record Visitors(
            @Meaning("visitors per hour") @In(PER_HOUR) @Within(open = true)
            Quantity rate,

            @Meaning("mean length of a lease") @In(HOURS) @Within(open = true)
            Quantity duration,

            @Meaning("most they pay: exponential or uniform") @In(USD_PER_GPU_HOUR) @Within
            Distribution willingness) {}

    /** Copies the lists and the maps, so that the record stays immutable. */
    public Pricing {
        steps = steps == null ? null : List.copyOf(steps);
        busyPrices = busyPrices == null ? null : List.copyOf(busyPrices);
        schedule = schedule == null ? null : Copies.ofLists(schedule);
        parameters = parameters == null ? null : Copies.of(parameters);
    }

    /** Whether prices are reviewed from time to time. */
    public boolean isReviewed() {
        return !NOT_REVIEWED.contains(policy) && !followsAtOnce();
    }

    /** Whether prices move with every lease. */
    public boolean followsAtOnce() {
        return AT_ONCE.contains(policy);
    }

    /** The steps; empty if there are none. */
    public List<Step> stepList() {
        return steps == null ? List.of() : steps;
    }

    /** The prices by leased GPUs; empty if there are none. */
    public List<BusyPrice> busyPriceList() {
        return busyPrices == null ? List.of() : busyPrices;
    }

    /** The prices by chip and date; empty if there are none. */
    public Map<String, List<Dated>> schedules() {
        return schedule == null ? Map.of() : schedule;
    }

    /** The parameters of its extension as texts; empty if there are none. */
    public Map<String, String> texts() {
        return Parameter.texts(parameters);
    }
}
