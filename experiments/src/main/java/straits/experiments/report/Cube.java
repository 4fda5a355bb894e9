package straits.experiments.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Amounts of a table summed by run, category and series. What is not there is zero. In memory are the sums only, so that its size
 * grows with the runs and not with the rows. For one thread.
 */
final class Cube {

    private final int measures;
    private final Map<String, Map<String, Map<Unit, double[]>>> sums = new LinkedHashMap<>();
    private final Set<String> categories = new LinkedHashSet<>();

    /**
     * An empty cube.
     *
     * @param measures how many amounts a cell has
     */
    Cube(int measures) {
        this.measures = measures;
    }

    /** Adds one amount per measure. */
    void add(Unit unit, String category, String series, double... amounts) {
        categories.add(category);
        double[] cell = sums.computeIfAbsent(series, key -> new LinkedHashMap<>())
                .computeIfAbsent(category, key -> new LinkedHashMap<>())
                .computeIfAbsent(unit, key -> new double[measures]);
        for (int measure = 0; measure < measures; measure++) {
            cell[measure] += amounts[measure];
        }
    }

    /** A sum; zero if nothing was added there. */
    double get(Unit unit, String category, String series, int measure) {
        double[] cell = sums.getOrDefault(series, Map.of())
                .getOrDefault(category, Map.of())
                .get(unit);
        return cell == null ? 0 : cell[measure];
    }

    /** A sum over all categories. */
    double total(Unit unit, String series, int measure) {
        return categories.stream()
                .mapToDouble(category -> get(unit, category, series, measure))
                .sum();
    }

    /** A sum over all runs and categories. */
    double sum(String series, int measure) {
        double sum = 0;
        for (Map<Unit, double[]> byUnit : sums.getOrDefault(series, Map.of()).values()) {
            for (double[] cell : byUnit.values()) {
                sum += cell[measure];
            }
        }
        return sum;
    }

    /** Names of the series in order of appearance. */
    List<String> series() {
        return List.copyOf(sums.keySet());
    }

    /** Names of the categories in order of appearance. */
    List<String> categories() {
        return List.copyOf(categories);
    }
}
