package straits.experiments.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import straits.experiments.analysis.VarianceComponents;
import straits.experiments.design.Point;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitResult;

/**
 * {@code uncertainty.csv}: of every number, how much of its spread comes from inputs nobody knows and how much from the luck of
 * replications. Made where points are a sample of the inputs: Latin hypercubes, Sobol points, the two samples of Saltelli's design.
 */
public final class Uncertainty {

    /** The declaration. */
    public static final Table<Row> TABLE = declare();

    private Uncertainty() {}

    /**
     * A line.
     *
     * @param block sub-experiment; empty if there are none
     * @param regime key of the regime
     * @param answer which answer
     * @param components its variance, taken apart
     */
    public record Row(String block, String regime, Answer answer, VarianceComponents components) {}

    private static Table<Row> declare() {
        return Table.<Row>of("uncertainty.csv", "block x regime x answer, over sampled points")
                .text("regime", "key of the regime", Row::regime)
                .text("block", "sub-experiment; empty if there are none", Row::block)
                .text("answer", "name of the answer", row -> row.answer().key())
                .text("unit", "unit of the answer", row -> row.answer().unit())
                .integer(
                        "n_points",
                        "points",
                        "sampled points that have the answer",
                        row -> row.components().groups())
                .integer(
                        "n",
                        "replications",
                        "replications of all of them",
                        row -> row.components().n())
                .decimal(
                        "mean",
                        "",
                        "mean over points of their means over replications",
                        row -> row.components().mean())
                .decimal(
                        "low",
                        "",
                        "lower end of its 95 % interval, points as the units",
                        row -> row.components().interval95().low())
                .decimal(
                        "high",
                        "",
                        "upper end of its 95 % interval, points as the units",
                        row -> row.components().interval95().high())
                .decimal(
                        "sd_input",
                        "",
                        "standard deviation from uncertain inputs: between points, what replications explain taken off; 0 if"
                                + " they explain it all; empty with one replication a point, which cannot tell",
                        row -> Math.sqrt(row.components().between()))
                .decimal(
                        "sd_replication",
                        "",
                        "standard deviation between replications of one point",
                        row -> Math.sqrt(row.components().within()))
                .decimal(
                        "input_share_fraction",
                        "fraction",
                        "share of the variance of a single run that comes from uncertain inputs",
                        row -> row.components().betweenShare())
                .build();
    }

    /** The lines of all sampled blocks, by block and regime in order of appearance, then answer. */
    public static List<Row> rows(List<Point> points, List<UnitResult> results) {
        Map<Integer, List<UnitResult>> byPoint = Series.byPoint(results);
        Map<List<String>, List<List<UnitResult>>> samples = new LinkedHashMap<>();
        for (Point point : points) {
            if (point.isSampled()) {
                samples.computeIfAbsent(List.of(point.blockName(), point.regime()), key -> new ArrayList<>())
                        .add(byPoint.getOrDefault(point.index(), List.of()));
            }
        }
        List<Row> rows = new ArrayList<>();
        samples.forEach((key, runs) -> addRows(rows, key.get(0), key.get(1), runs));
        return rows;
    }

    private static void addRows(List<Row> rows, String block, String regime, List<List<UnitResult>> points) {
        for (Answer answer : Answer.values()) {
            if (isNumber(answer)) {
                List<double[]> groups = points.stream()
                        .map(runs -> Series.values(answer, Series.having(answer, runs)))
                        .toList();
                VarianceComponents components = VarianceComponents.of(groups);
                if (components.n() > 0) {
                    rows.add(new Row(block, regime, answer, components));
                }
            }
        }
    }

    static boolean isNumber(Answer answer) {
        return switch (answer.kind()) {
            case CONSTANT, NUMBER, RATIO -> true;
            case DATE, CATEGORY, CONTROL -> false;
        };
    }
}
