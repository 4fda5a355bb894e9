package straits.experiments.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.design.RuleSets;
import straits.experiments.montecarlo.Answer;

/** What each rule does to the main answers, for the screen. */
final class WaterfallSheet {

    private static final int WIDTH = AnswerSheet.WIDTH;

    private static final List<Answer> SHOWN = List.of(
            Answer.ANCHOR_MEAN_H100E,
            Answer.ANCHOR_SPEND_USD,
            Answer.ANCHOR_PAID_USD_PER_H100E_HOUR,
            Answer.MARKET_MEAN_H100E,
            Answer.MARKET_UTILISATION_FRACTION,
            Answer.MARKET_PAID_USD_PER_H100E_HOUR,
            Answer.REFUSED_REQUESTS_FRACTION,
            Answer.GATEKEEPER_SHARE_FRACTION,
            Answer.LICENCES_APPLIED);

    private WaterfallSheet() {}

    /** The sheet; ends in a line feed. */
    static String text(Experiment experiment, RuleSets sets, List<WaterfallTable.Row> rows) {
        StringBuilder sheet =
                new StringBuilder(TextTable.wrapped(experiment.scenario().title(), WIDTH)).append('\n');
        List<String> titles = experiment.titles();
        for (Point point : experiment.points()) {
            List<WaterfallTable.Row> own =
                    rows.stream().filter(row -> row.point() == point.index()).toList();
            if (point.regime().equals(sets.regime(sets.all()))) {
                sheet.append(titles.get(point.index()))
                        .append(": what its ")
                        .append(
                                sets.rules().size() == 1
                                        ? "rule does"
                                        : sets.rules().size() + " rules do")
                        .append(own.isEmpty() ? "\nNo replication came to its end in every world.\n\n" : "\n\n");
                SHOWN.forEach(answer -> sheet.append(block(answer, sets, own)));
            }
        }
        return sheet.append(TextTable.wrapped(legend(sets), WIDTH)).toString();
    }

    private static String block(Answer answer, RuleSets sets, List<WaterfallTable.Row> rows) {
        Optional<WaterfallTable.Row> total = find(rows, answer, WaterfallTable.TOTAL, "");
        if (total.isEmpty()) {
            return "";
        }
        String averaged = sets.sampled().isEmpty() ? WaterfallTable.SHAPLEY : WaterfallTable.SAMPLED;
        Scale scale = Scale.of(
                answer.unit(),
                rows.stream()
                        .filter(row -> row.answer() == answer)
                        .mapToDouble(row -> Math.abs(row.effect().mean()))
                        .max()
                        .orElse(0));
        TextTable table = new TextTable(true, 40, 14, 26, 14, 26);
        List<String> head = new ArrayList<>(List.of(answer.label() + ", " + scale.unit(), "on top", "interval"));
        if (sets.shapley()) {
            head.addAll(List.of("Shapley", "interval"));
        }
        table.line(head);
        for (String rule : sets.rules()) {
            List<String> cells = new ArrayList<>(List.of("  " + rule));
            find(rows, answer, WaterfallTable.ORDERED, rule).ifPresent(row -> cells.addAll(cells(row, scale)));
            find(rows, answer, averaged, rule).ifPresent(row -> cells.addAll(cells(row, scale)));
            table.line(cells);
        }
        List<String> cells = new ArrayList<>(List.of("  all together"));
        cells.addAll(cells(total.get(), scale));
        return table.line(cells) + "\n";
    }

    private static List<String> cells(WaterfallTable.Row row, Scale scale) {
        double mean = row.effect().mean();
        return List.of(
                (mean > 0 ? "+" : "") + scale.text(mean),
                scale.text(row.effect().interval95()));
    }

    private static Optional<WaterfallTable.Row> find(
            List<WaterfallTable.Row> rows, Answer answer, String method, String rule) {
        return rows.stream()
                .filter(row -> row.answer() == answer
                        && row.method().equals(method)
                        && row.rule().equals(rule))
                .findFirst();
    }

    private static String legend(RuleSets sets) {
        String shapley = sets.shapley()
                ? " Shapley: the mean of that over "
                        + (sets.sampled().isEmpty()
                                ? "all orders"
                                : sets.sampled().size() + " orders that were sampled")
                        + "."
                : "";
        return "On top: what the rule adds to those above it." + shapley
                + " In each replication the effects of a column add to that of all rules together. 95 % intervals, each for"
                + " one effect that was meant from the start. All answers that are numbers are in waterfall.csv; dates and"
                + " categories have no effects that add, and only their paired differences are told, in contrasts.csv.";
    }
}
