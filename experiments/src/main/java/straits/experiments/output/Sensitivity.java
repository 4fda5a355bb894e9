package straits.experiments.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import straits.experiments.analysis.ElementaryEffects;
import straits.experiments.analysis.SensitivityIndex;
import straits.experiments.analysis.SobolIndices;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.design.SensitivityDesign;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitResult;
import straits.random.Randomness;

/**
 * {@code sensitivity.csv}: which factors move the answers, from Morris's or Saltelli's design as it was run. The value at a point is
 * the mean over the replications that all points of its trajectory or base point have, so that a difference is of the inputs and
 * not of luck; where there is no such replication, the whole trajectory or base point is left out and counted.
 */
public final class Sensitivity {

    /** The declaration. */
    public static final Table<Row> TABLE = declare();

    private Sensitivity() {}

    /**
     * A line.
     *
     * @param design block, regime and factors
     * @param answer which answer
     * @param index the index
     * @param n trajectories or base points it is made from
     */
    public record Row(SensitivityDesign design, Answer answer, SensitivityIndex index, int n) {

        String factor() {
            return design.factors().get(index.factor());
        }

        @Nullable
        String otherFactor() {
            return index.otherFactor() == SensitivityIndex.NONE
                    ? null
                    : design.factors().get(index.otherFactor());
        }

        int leftOut() {
            return design.families().size() - n;
        }
    }

    private static Table<Row> declare() {
        return Table.<Row>of(
                        "sensitivity.csv", "block x regime x answer x factor x index, of designs morris and saltelli")
                .text(
                        "regime",
                        "key of the regime; empty where the regime is a factor",
                        row -> row.design().regime())
                .text(
                        "block",
                        "sub-experiment; empty if there are none",
                        row -> row.design().block())
                .text("answer", "name of the answer", row -> row.answer().key())
                .text("factor", "the factor, or the input or origin of assumptions", Row::factor)
                .text("other_factor", "the second factor of S2; else empty", Row::otherFactor)
                .text(
                        "index",
                        "S1: share of the variance by the factor alone; ST: by it alone and with others; S2: by two beyond each"
                                + " alone; mu, mu_star, sigma: mean, mean absolute value and standard deviation of elementary"
                                + " effects, changes of the answer per whole range of the factor",
                        row -> row.index().kind().word())
                .text("unit", "unit of the index", Sensitivity::unit)
                .decimal(
                        "estimate",
                        "",
                        "the index; empty where the answer does not vary",
                        row -> row.index().estimate())
                .decimal(
                        "ci_low",
                        "",
                        "lower end of its 95 % bootstrap interval, trajectories or base points as the units",
                        row -> row.index().interval95().low())
                .decimal(
                        "ci_high",
                        "",
                        "upper end of its 95 % bootstrap interval",
                        row -> row.index().interval95().high())
                .integer("n", "trajectories or base points", "trajectories (Morris) or base points used", Row::n)
                .integer(
                        "n_left_out",
                        "trajectories or base points",
                        "left out, for no replication has the answer at all of their points",
                        Row::leftOut)
                .build();
    }

    private static String unit(Row row) {
        return row.index().kind().isShare() ? "fraction" : row.answer().unit();
    }

    /** The lines by block and regime in order of appearance, answer, factor, index; none if no block has such a design. */
    public static List<Row> rows(Experiment experiment, List<UnitResult> results) {
        Map<Integer, List<UnitResult>> byPoint = Series.byPoint(results);
        List<Row> rows = new ArrayList<>();
        for (SensitivityDesign design : SensitivityDesign.of(experiment)) {
            for (Answer answer : Answer.values()) {
                if (Uncertainty.isNumber(answer)) {
                    rows.addAll(
                            rows(design, answer, byPoint, experiment.scenario().seed()));
                }
            }
        }
        return rows;
    }

    private static List<Row> rows(
            SensitivityDesign design, Answer answer, Map<Integer, List<UnitResult>> byPoint, String seed) {
        List<double[]> units = new ArrayList<>();
        for (List<Point> family : design.families()) {
            double[] values = values(family, answer, byPoint);
            if (values.length > 0) {
                units.add(design.kind() == SensitivityDesign.Kind.MORRIS ? design.effects(family, values) : values);
            }
        }
        if (units.isEmpty()) {
            return List.of();
        }
        double[][] all = units.toArray(double[][]::new);
        // The same draws for every answer: their intervals then differ by the answer alone.
        DoubleSupplier draws = Randomness.of(seed, 0).stream("sensitivity:" + design.block(), "bootstrap")::next;
        List<SensitivityIndex> indices = design.kind() == SensitivityDesign.Kind.MORRIS
                ? ElementaryEffects.of(design.factors().size(), all, draws)
                : SobolIndices.of(design.factors().size(), all, draws);
        return indices.stream()
                .map(index -> new Row(design, answer, index, all.length))
                .toList();
    }

    /** The value at each point of a family over the replications that all of them have; empty if there is none. */
    private static double[] values(List<Point> family, Answer answer, Map<Integer, List<UnitResult>> byPoint) {
        List<List<UnitResult>> runs = family.stream()
                .map(point -> Series.having(answer, byPoint.getOrDefault(point.index(), List.of())))
                .toList();
        Set<Integer> shared = replications(runs.get(0));
        runs.forEach(each -> shared.retainAll(replications(each)));
        return shared.isEmpty()
                ? new double[0]
                : runs.stream().mapToDouble(each -> mean(each, answer, shared)).toArray();
    }

    private static Set<Integer> replications(List<UnitResult> runs) {
        return runs.stream().map(run -> run.key().replication()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static double mean(List<UnitResult> runs, Answer answer, Set<Integer> replications) {
        return Arrays.stream(Series.values(
                        answer,
                        runs.stream()
                                .filter(run -> replications.contains(run.key().replication()))
                                .toList()))
                .average()
                .orElse(Double.NaN);
    }
}
