package straits.experiments.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/**
 * Shares the difference between no rule and all rules out among the rules, in one replication. A set of rules is a number with bit
 * {@code i} set if it holds rule {@code i}. The effects of all rules add to the difference, but for rounding; a rule that changes
 * nothing gets exactly 0.
 */
public final class RuleEffects {

    private RuleEffects() {}

    /**
     * What each rule adds to those before it.
     *
     * @param order all rules, by number, in the order in which they are switched on
     * @param value the answer with a set of rules
     * @return by number of the rule
     */
    public static double[] ordered(List<Integer> order, LongToDoubleFunction value) {
        double[] effects = new double[order.size()];
        long set = 0;
        for (int rule : order) {
            long more = set | 1L << rule;
            effects[rule] = value.applyAsDouble(more) - value.applyAsDouble(set);
            set = more;
        }
        return effects;
    }

    /** The mean of {@link #ordered} over orders. */
    public static double[] mean(List<List<Integer>> orders, LongToDoubleFunction value) {
        double[] sums = new double[orders.get(0).size()];
        for (List<Integer> order : orders) {
            double[] effects = ordered(order, value);
            for (int rule = 0; rule < sums.length; rule++) {
                sums[rule] += effects[rule];
            }
        }
        for (int rule = 0; rule < sums.length; rule++) {
            sums[rule] /= orders.size();
        }
        return sums;
    }

    /**
     * The mean of {@link #ordered} over all orders: Shapley values (L. S. Shapley, "A value for n-person games", in Contributions to
     * the Theory of Games II, 1953). Summed exactly, so that rules which do the same get the same to the last bit. Takes time and values
     * in proportion to 2^n.
     *
     * @param rules how many, at most 20
     * @param value the answer with a set of rules
     * @return by number of the rule
     */
    public static double[] shapley(int rules, LongToDoubleFunction value) {
        if (rules > 20) {
            throw new IllegalArgumentException(rules + " rules; at most 20 have exact values");
        }
        BigDecimal[] values = new BigDecimal[1 << rules];
        for (int set = 0; set < values.length; set++) {
            values[set] = new BigDecimal(value.applyAsDouble(set));
        }
        BigDecimal orders = factorial(rules);
        double[] effects = new double[rules];
        for (int rule = 0; rule < rules; rule++) {
            effects[rule] = weighted(rule, rules, values)
                    .divide(orders, MathContext.DECIMAL128)
                    .doubleValue();
        }
        return effects;
    }

    /** What the rule adds to each set without it, times the number of orders in which just that set comes before it. */
    private static BigDecimal weighted(int rule, int rules, BigDecimal[] values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int set = 0; set < values.length; set++) {
            if ((set >> rule & 1) == 0) {
                int before = Integer.bitCount(set);
                BigDecimal orders = factorial(before).multiply(factorial(rules - 1 - before));
                sum = sum.add(values[set | 1 << rule].subtract(values[set]).multiply(orders));
            }
        }
        return sum;
    }

    private static BigDecimal factorial(int n) {
        BigDecimal product = BigDecimal.ONE;
        for (int factor = 2; factor <= n; factor++) {
            product = product.multiply(BigDecimal.valueOf(factor));
        }
        return product;
    }
}
