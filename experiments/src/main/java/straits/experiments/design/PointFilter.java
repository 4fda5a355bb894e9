package straits.experiments.design;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which points of a block are run.
 *
 * @param where comparisons that all must hold
 * @param exclude combinations of values, none of which may be met
 */
record PointFilter(List<Condition> where, List<Map<String, String>> exclude) {

    static final PointFilter ALL = new PointFilter(List.of(), List.of());

    PointFilter {
        where = List.copyOf(where);
        exclude = List.copyOf(exclude);
    }

    /**
     * Whether a point is run.
     *
     * @param values gives the value of a factor of that name, and any other text as it is
     */
    boolean admits(Function<String, String> values) {
        return where.stream().allMatch(condition -> condition.holds(values))
                && exclude.stream().noneMatch(combination -> isMet(combination, values));
    }

    private static boolean isMet(Map<String, String> combination, Function<String, String> values) {
        return combination.entrySet().stream()
                .allMatch(each -> Condition.order(values.apply(each.getKey()), each.getValue()) == 0);
    }
}
