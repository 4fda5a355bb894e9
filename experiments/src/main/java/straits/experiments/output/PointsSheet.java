package straits.experiments.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import straits.experiments.analysis.MeanEstimate;
import straits.experiments.analysis.VarianceComponents;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitResult;
import straits.scenario.Scenario;

/**
 * The answers of an experiment for the screen. Few points stand side by side as regimes do; of many there is a line per answer: how
 * far its means over replications lie apart, and where the points are a sample of uncertain inputs, what of the spread is of the
 * inputs and what of the replications.
 */
public final class PointsSheet {

    private static final int MOST_SIDE_BY_SIDE = 12;
    private static final int WIDTH = 120;

    private static final List<Answer> SHOWN = List.of(
            Answer.ANCHOR_NEED_H100E,
            Answer.ANCHOR_MEAN_H100E,
            Answer.ANCHOR_FILL_FRACTION,
            Answer.ANCHOR_PAID_USD_PER_H100E_HOUR,
            Answer.ANCHOR_SPEND_USD,
            Answer.MARKET_MEAN_H100E,
            Answer.MARKET_UTILISATION_FRACTION,
            Answer.MARKET_PAID_USD_PER_H100E_HOUR,
            Answer.REFUSED_REQUESTS_FRACTION,
            Answer.GATEKEEPER_SHARE_FRACTION);

    private PointsSheet() {}

    /**
     * The sheet; ends in a line feed.
     *
     * @param results runs of all points, in order of point and replication; rows are not needed
     * @param uncertainty the variances taken apart; empty if no point is sampled
     * @param estimators means over inputs and what was gained; empty if no point is of an estimate
     */
    public static String text(
            Experiment experiment,
            List<UnitResult> results,
            List<Uncertainty.Row> uncertainty,
            List<Estimators.Row> estimators) {
        Scenario scenario = experiment.scenario();
        boolean onlyRegimes = experiment.columns().isEmpty() && !experiment.hasBlocks();
        if (experiment.planText() == null || (experiment.worlds() != null && onlyRegimes)) {
            return AnswerSheet.text(scenario, experiment.titles(), results);
        }
        List<Point> points = experiment.points();
        if (points.size() <= MOST_SIDE_BY_SIDE && estimators.isEmpty()) {
            StringBuilder list = new StringBuilder();
            points.forEach(point -> list.append(TextTable.wrapped(point.toString(), WIDTH)));
            return list.append('\n')
                    .append(AnswerSheet.text(scenario, experiment.titles(), results))
                    .toString();
        }
        return many(experiment, results, uncertainty) + EstimatorsSheet.text(estimators, SHOWN);
    }

    private static String many(Experiment experiment, List<UnitResult> results, List<Uncertainty.Row> uncertainty) {
        StringBuilder sheet = new StringBuilder(
                        TextTable.wrapped(experiment.scenario().title() + ": experiment " + experiment.name(), WIDTH))
                .append('\n');
        Map<Integer, List<UnitResult>> byPoint = Series.byPoint(results);
        Map<List<String>, List<Point>> groups = new LinkedHashMap<>();
        for (Point point : experiment.points()) {
            groups.computeIfAbsent(List.of(point.regime(), point.blockName()), key -> new ArrayList<>())
                    .add(point);
        }
        groups.forEach((key, points) -> {
            List<Uncertainty.Row> own = uncertainty.stream()
                    .filter(row -> key.equals(List.of(row.regime(), row.block())))
                    .toList();
            sheet.append(heading(key, points.size()))
                    .append(own.isEmpty() ? ends(points, byPoint) : sampled(own))
                    .append('\n');
        });
        return sheet.append(TextTable.wrapped(legend(!uncertainty.isEmpty()), WIDTH))
                .toString();
    }

    private static String heading(List<String> key, int points) {
        String block = key.get(1).isEmpty() ? "" : ", block " + key.get(1);
        return "Under " + key.get(0) + block + ", " + points + " points\n";
    }

    private static String sampled(List<Uncertainty.Row> rows) {
        TextTable table = new TextTable(true, 38, 16, 30, 16, 18);
        table.line(List.of("", "mean", "95 % interval", "sd, inputs", "sd, replications"));
        for (Uncertainty.Row row : rows) {
            if (SHOWN.contains(row.answer())) {
                VarianceComponents found = row.components();
                Scale scale = Scale.of(row.answer().unit(), Math.abs(found.mean()));
                table.line(List.of(
                        label(row.answer(), scale),
                        scale.text(found.mean()),
                        scale.text(found.interval95()),
                        deviation(scale, found.between()),
                        deviation(scale, found.within())));
            }
        }
        return table.toString();
    }

    private static String deviation(Scale scale, double variance) {
        return Double.isNaN(variance) ? "n/a" : scale.text(Math.sqrt(variance));
    }

    private static String ends(List<Point> points, Map<Integer, List<UnitResult>> byPoint) {
        TextTable table = new TextTable(true, 38, 16, 10, 16, 10);
        table.line(List.of("", "least", "at point", "greatest", "at point"));
        for (Answer answer : SHOWN) {
            ends(answer, points, byPoint).ifPresent(table::line);
        }
        return table.toString();
    }

    private static Optional<List<String>> ends(
            Answer answer, List<Point> points, Map<Integer, List<UnitResult>> byPoint) {
        int least = -1;
        int greatest = -1;
        Map<Integer, Double> means = new LinkedHashMap<>();
        for (Point point : points) {
            List<UnitResult> runs = Series.having(answer, byPoint.getOrDefault(point.index(), List.of()));
            double mean = MeanEstimate.of(Series.values(answer, runs)).mean();
            if (!Double.isNaN(mean)) {
                means.put(point.index(), mean);
                least = least < 0 || mean < means.getOrDefault(least, mean) ? point.index() : least;
                greatest = greatest < 0 || mean > means.getOrDefault(greatest, mean) ? point.index() : greatest;
            }
        }
        if (means.isEmpty()) {
            return Optional.empty();
        }
        double low = means.getOrDefault(least, Double.NaN);
        double high = means.getOrDefault(greatest, Double.NaN);
        Scale scale = Scale.of(answer.unit(), Math.max(Math.abs(low), Math.abs(high)));
        return Optional.of(List.of(
                label(answer, scale),
                scale.text(low),
                Integer.toString(least),
                scale.text(high),
                Integer.toString(greatest)));
    }

    private static String label(Answer answer, Scale scale) {
        return answer.label() + ", " + scale.unit();
    }

    private static String legend(boolean sampled) {
        String files = "The answers of each point are in summary.csv, its factors in points.csv.";
        return sampled
                ? "Means over points, each point by its mean over replications; of the interval points are the units. sd, inputs:"
                        + " standard deviation from inputs nobody knows; sd, replications: from one replication of a point to"
                        + " the next; both for all numbers in uncertainty.csv (n/a: one replication a point cannot tell"
                        + " them apart). " + files
                : "Least and greatest of the means of points over their replications. " + files;
    }
}
