package straits.experiments.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The points of one block under one regime from which indices of sensitivity can be computed, put together as they were drawn: by
 * trajectory of Morris's design or by base point of Saltelli's. Immutable.
 *
 * @param kind which design
 * @param block name of the block; empty if there are none
 * @param regime key of the regime; empty where the regime is one of the factors
 * @param factors names of the factors, in their order
 * @param families the points of each trajectory or base point, in the order of {@link PointSets}
 */
public record SensitivityDesign(
        Kind kind, String block, String regime, List<String> factors, List<List<Point>> families) {

    /** Designs for which there are indices. */
    public enum Kind {
        /** Elementary effects: start, then one point per factor in the order in which they move. */
        MORRIS,
        /** Sobol indices: a, b, a with each factor from b; then, if there is a second order, b with each factor from a. */
        SALTELLI
    }

    /** Copies the lists, so that the record stays immutable. */
    public SensitivityDesign {
        factors = List.copyOf(factors);
        families = families.stream().map(List::copyOf).toList();
    }

    /** The designs of an experiment, by block and then regime in order of appearance. */
    public static List<SensitivityDesign> of(Experiment experiment) {
        List<SensitivityDesign> designs = new ArrayList<>();
        for (Plan.Part part : experiment.parts()) {
            DesignBlock block = part.block();
            if (block.design() instanceof Design.Morris || block.design() instanceof Design.Saltelli) {
                byRegime(block, experiment.points())
                        .forEach((regime, families) -> designs.add(of(block, regime, families)));
            }
        }
        return designs;
    }

    private static SensitivityDesign of(DesignBlock block, String regime, Map<Integer, List<Point>> families) {
        Kind kind = block.design() instanceof Design.Morris ? Kind.MORRIS : Kind.SALTELLI;
        List<String> factors = block.axes().stream().map(Axis::name).toList();
        return new SensitivityDesign(kind, block.name(), regime, factors, List.copyOf(families.values()));
    }

    private static Map<String, Map<Integer, List<Point>>> byRegime(DesignBlock block, List<Point> points) {
        Map<String, Map<Integer, List<Point>>> byRegime = new LinkedHashMap<>();
        for (Point point : points) {
            if (point.blockName().equals(block.name())) {
                byRegime.computeIfAbsent(block.hasRegime() ? "" : point.regime(), key -> new LinkedHashMap<>())
                        .computeIfAbsent(point.sample(), key -> new ArrayList<>())
                        .add(point);
            }
        }
        return byRegime;
    }

    /**
     * Of a trajectory, the elementary effect of every factor: the change of a value by its move, per whole range of the factor.
     *
     * @param family a trajectory
     * @param values the value at each of its points
     */
    public double[] effects(List<Point> family, double[] values) {
        double[] effects = new double[factors.size()];
        for (int move = 1; move < family.size(); move++) {
            Point to = family.get(move);
            int factor = factors.indexOf(to.role());
            double step = to.row().share(factor) - family.get(move - 1).row().share(factor);
            effects[factor] = (values[move] - values[move - 1]) / step;
        }
        return effects;
    }
}
