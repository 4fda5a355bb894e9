package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Dimension.NUMBER;
import static straits.scenario.Form.Kind.SLUG;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a provider's prices on demand move, pool by pool.
 *
 * @param policy the rule: {@link #POSTED}, {@link #UTILISATION}, {@link #OCCUPANCY}, or the name of an extension
 * @param review time between reviews
 * @param target utilisation at which the price stands still
 * @param sensitivity change of the natural logarithm of the price per review and unit of utilisation
 * @param ceiling greatest price as a multiple of the price at the start
 * @param steps prices of the rule {@link #OCCUPANCY}; missing for others
 * @param parameters what an extension takes; missing for rules that are built in
 */
public record Pricing(
        @Meaning("the rule: posted, utilisation, occupancy, or the name of an extension") @Form(SLUG)
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

        @Meaning("parameters of an extension") @Nullable Map<String, Parameter> parameters) {

    /** Prices stay as listed. */
    public static final String POSTED = "posted";

    /** The logarithm of the price moves with utilisation minus target. */
    public static final String UTILISATION = "utilisation";

    /** The price follows utilisation in steps, at once: whenever a lease is signed or ends, or GPUs are energised. */
    public static final String OCCUPANCY = "occupancy";

    /** The rules that are built in. */
    public static final List<String> BUILT_IN = List.of(POSTED, UTILISATION, OCCUPANCY);

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

    /** Copies the list and the map, so that the record stays immutable. */
    public Pricing {
        steps = steps == null ? null : List.copyOf(steps);
        parameters = parameters == null ? null : Copies.of(parameters);
    }

    /** Whether prices are reviewed from time to time. */
    public boolean isReviewed() {
        return !policy.equals(POSTED) && !followsAtOnce();
    }

    /** Whether prices move with every lease. */
    public boolean followsAtOnce() {
        return policy.equals(OCCUPANCY);
    }

    /** The steps; empty if there are none. */
    public List<Step> stepList() {
        return steps == null ? List.of() : steps;
    }

    /** The parameters of its extension as texts; empty if there are none. */
    public Map<String, String> texts() {
        return Parameter.texts(parameters);
    }
}
