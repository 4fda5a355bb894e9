package straits.experiments.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each value of a categorical answer came up over the replications. */
public final class CategoryShares {

    private CategoryShares() {}

    /**
     * The share of one value.
     *
     * @param value the category
     * @param count replications that had it
     * @param fraction {@code count} over the number of replications; NaN of none
     * @param interval95 Wilson interval of the fraction, one category at a time
     */
    public record Share(String value, int count, double fraction, Interval interval95) {}

    /** Shares of the values that occur, in natural order of the value. */
    public static List<Share> of(Collection<String> values) {
        return of(List.of(), values);
    }

    /**
     * Shares of a closed list and of whatever else occurs, in natural order of the value.
     *
     * @param closedList categories to report even when they never occur
     * @param values one per replication
     */
    public static List<Share> of(Collection<String> closedList, Collection<String> values) {
        Map<String, Integer> counts = new TreeMap<>();
        closedList.forEach(value -> counts.put(value, 0));
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> share(entry.getKey(), entry.getValue(), values.size()))
                .toList();
    }

    private static Share share(String value, int count, int n) {
        return new Share(value, count, count / (double) n, Wilson.interval95(count, n));
    }
}
