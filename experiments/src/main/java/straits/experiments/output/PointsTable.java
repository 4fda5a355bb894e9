package straits.experiments.output;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code points.csv}: the design. */
public final class PointsTable {

    private PointsTable() {}

    /**
     * The declaration for a design.
     *
     * @param factors paths of the factors in the scenario, in order; the text of each heads its column in snake_case
     * @throws IllegalArgumentException if two factors have the same column or one has none
     */
    public static Table<PointRow> declare(List<String> factors) {
        Table.Builder<PointRow> table = Table.<PointRow>of("points.csv", "design point")
                .integer("point", "", "number of the design point, from 0", PointRow::point)
                .text("regime", "key of the regime", PointRow::regime);
        for (int factor = 0; factor < factors.size(); factor++) {
            int at = factor;
            table.text(
                    column(factors.get(at)),
                    "value of the factor " + factors.get(at),
                    row -> row.values().get(at));
        }
        return table.build();
    }

    private static String column(String factor) {
        return factor.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "").toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * For every point the one with equal factors under the reference regime, itself for the reference; points without one
     * are left out.
     */
    public static Map<Integer, Integer> references(List<PointRow> points, String referenceRegime) {
        Map<List<String>, Integer> reference = new HashMap<>();
        for (PointRow point : points) {
            if (point.regime().equals(referenceRegime)) {
                reference.putIfAbsent(point.values(), point.point());
            }
        }
        Map<Integer, Integer> references = new HashMap<>();
        for (PointRow point : points) {
            Integer its = reference.get(point.values());
            if (its != null) {
                references.put(point.point(), its);
            }
        }
        return references;
    }
}
