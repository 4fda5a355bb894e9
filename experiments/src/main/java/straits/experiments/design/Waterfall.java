package straits.experiments.design;

import java.util.List;
import straits.scenario.Default;
import straits.scenario.Meaning;
import straits.scenario.Within;

/**
 * The difference between a regime with none of its rules and with all of them, shared out among the rules.
 *
 * @param method how the effect of a rule is told
 * @param order rules in the order in which they are switched on; empty for that of the regime
 * @param permutations orders that are sampled for Shapley values of a regime of more than {@link RuleSets#MOST_EXACT} rules
 */
public record Waterfall(
        @Meaning("ordered: each rule on top of those before it; shapley: as well, its mean over all orders")
        @Default("ordered")
        Method method,

        @Meaning("rules in the order in which they are switched on; none: that of the regime") @Default("[]")
        List<String> order,

        @Meaning("orders sampled for shapley, half of them the other half reversed; used above 8 rules only")
        @Within(low = 4, high = 1000)
        @Default("16")
        int permutations) {

    /** How the effect of a rule is told. */
    public enum Method {
        /** Each rule on top of those before it. */
        ORDERED,
        /** As well, the mean over all orders: L. S. Shapley, "A value for n-person games", 1953. */
        SHAPLEY
    }

    /** Copies the list, so that the record stays immutable. */
    public Waterfall {
        order = List.copyOf(order);
    }
}
