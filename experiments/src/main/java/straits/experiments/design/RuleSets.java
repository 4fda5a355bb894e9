package straits.experiments.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import straits.random.Randomness;

/**
 * The sets of rules of a regime that a waterfall runs, each as a regime of its own, none of them twice. A set is a number with
 * bit {@code i} set if it holds rule {@code i}. Immutable.
 */
public final class RuleSets {

    /** With more rules than this, Shapley values are estimated from sampled orders: every further rule doubles the sets. */
    public static final int MOST_EXACT = 8;

    /** More rules than any regime has, and as many as bits allow. */
    static final int MOST_RULES = 60;

    private final String regime;
    private final List<String> rules;
    private final boolean shapley;
    private final List<List<Integer>> sampled;

    /**
     * The sets of a waterfall.
     *
     * @param regime key of the regime
     * @param rules its rules in the order in which they are switched on
     * @param waterfall what is wanted
     * @param seed master seed, from which orders are sampled
     */
    RuleSets(String regime, List<String> rules, Waterfall waterfall, String seed) {
        this.regime = regime;
        this.rules = List.copyOf(rules);
        shapley = waterfall.method() == Waterfall.Method.SHAPLEY;
        boolean sampling = shapley && rules.size() > MOST_EXACT;
        sampled = sampling ? sampled(regime, rules.size(), waterfall.permutations(), seed) : List.of();
    }

    /** Antithetic pairs: an order, and the same from its end. What a rule adds early and late averages out within a pair. */
    private static List<List<Integer>> sampled(String regime, int rules, int permutations, String seed) {
        DesignStream stream = new DesignStream(Randomness.of(seed, 0).stream("waterfall:" + regime, "orders"));
        List<List<Integer>> orders = new ArrayList<>();
        List<Integer> order = new ArrayList<>(IntStream.range(0, rules).boxed().toList());
        for (int pair = 0; pair < permutations / 2; pair++) {
            for (int last = rules - 1; last > 0; last--) {
                Collections.swap(order, last, stream.nextInt(0, last));
            }
            List<Integer> reversed = new ArrayList<>(order);
            Collections.reverse(reversed);
            orders.add(List.copyOf(order));
            orders.add(List.copyOf(reversed));
        }
        return List.copyOf(orders);
    }

    /** The rules, in the order in which they are switched on. */
    public List<String> rules() {
        return rules;
    }

    /** Whether Shapley values are wanted as well. */
    public boolean shapley() {
        return shapley;
    }

    /** Orders that were sampled, pairs side by side; empty if Shapley values are exact or not wanted. */
    public List<List<Integer>> sampled() {
        return sampled;
    }

    /** The order of the rules as numbers, from 0. */
    public List<Integer> order() {
        return IntStream.range(0, rules.size()).boxed().toList();
    }

    /** Every set that is run, from none to all. */
    public Set<Long> sets() {
        Set<Long> sets = new LinkedHashSet<>();
        add(order(), sets);
        if (shapley && sampled.isEmpty()) {
            LongStream.range(0, 1L << rules.size()).forEach(sets::add);
        }
        sampled.forEach(order -> add(order, sets));
        return sets;
    }

    private static void add(List<Integer> order, Set<Long> sets) {
        long set = 0;
        sets.add(set);
        for (int rule : order) {
            set |= 1L << rule;
            sets.add(set);
        }
    }

    /** Whether a set holds a rule, by its number. */
    public boolean holds(long set, int rule) {
        return (set >> rule & 1) == 1;
    }

    /** All rules. */
    public long all() {
        return (1L << rules.size()) - 1;
    }

    /** Key of the regime that a set is run as; of all rules that of the regime itself. */
    public String regime(long set) {
        if (set == all()) {
            return regime;
        }
        return set == 0 ? regime + "-without-rules" : regime + "-with-only-" + String.join("-and-", keys(set));
    }

    /** The rules of a set. */
    List<String> keys(long set) {
        return IntStream.range(0, rules.size())
                .filter(rule -> holds(set, rule))
                .mapToObj(rules::get)
                .collect(Collectors.toList());
    }
}
