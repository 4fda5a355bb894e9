package straits.experiments.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import straits.experiments.analysis.MeanEstimate;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.design.Replications;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Selection;
import straits.experiments.montecarlo.UnitResult;

/** {@code selection.csv}: the points that competed for the greatest or smallest mean of an answer, and which was selected. */
public final class SelectionTable {

    /** The declaration. */
    public static final Table<Row> TABLE = Table.<Row>of("selection.csv", "point that competed")
            .integer("point", "", "design point", Row::point)
            .text("regime", "key of its regime", Row::regime)
            .text("answer", "name of the answer", row -> row.select().answer())
            .text("unit", "unit of the answer", row -> answer(row.select()).unit())
            .text("goal", "largest or smallest", row -> word(row.select().goal()))
            .text("method", "kn or ocba", row -> word(row.select().method()))
            .decimal(
                    "indifference_zone",
                    "",
                    "difference too small to matter, in the unit of the answer",
                    row -> row.select().indifferenceZone().number())
            .integer(
                    "n",
                    "replications",
                    "replications that have the answer",
                    row -> row.mean().n())
            .decimal(
                    "mean",
                    "",
                    "their mean; best of several, it is rather too good",
                    row -> row.mean().mean())
            .decimal(
                    "standard_error",
                    "",
                    "its standard error",
                    row -> row.mean().standardError())
            .optionalInteger(
                    "dropped_after",
                    "replications",
                    "replications after which it was dropped; empty if it was not",
                    row -> row.droppedAfter() == 0 ? null : (long) row.droppedAfter())
            .bool("selected", "whether it is the one selected", Row::selected)
            .decimal(
                    "confidence_fraction",
                    "fraction",
                    "probability of a correct selection that was asked for",
                    row -> row.select().confidence().value())
            .decimal(
                    "probability_correct_fraction",
                    "fraction",
                    "kn: at least this if observations are normal and the best leads by the zone; ocba: approximate lower"
                            + " bound; empty if nothing can be said",
                    row -> row.outcome().probabilityCorrect())
            .bool(
                    "complete",
                    "whether the selection came to its end rather than to the most replications allowed",
                    row -> row.outcome().complete())
            .build();

    private SelectionTable() {}

    /**
     * A line.
     *
     * @param point design point
     * @param regime its regime
     * @param select what was asked
     * @param mean its mean
     * @param droppedAfter replications after which it was dropped; 0 if it was not
     * @param outcome how the selection ended
     */
    public record Row(
            int point,
            String regime,
            Replications.Select select,
            MeanEstimate mean,
            int droppedAfter,
            Selection.Outcome outcome) {

        boolean selected() {
            return point == outcome.selected();
        }
    }

    private static Answer answer(Replications.Select select) {
        return Answer.valueOf(select.answer().toUpperCase(Locale.ROOT));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The lines in order of points; none if the experiment selects nothing. */
    public static List<Row> rows(Experiment experiment, List<UnitResult> results) {
        Selection.Outcome outcome = Selection.outcome(experiment, results);
        if (outcome == null || !(experiment.replications() instanceof Replications.Select select)) {
            return List.of();
        }
        Map<Integer, List<UnitResult>> byPoint = Series.byPoint(results);
        List<Row> rows = new ArrayList<>();
        for (Point point : experiment.points()) {
            List<UnitResult> having = Series.having(answer(select), byPoint.getOrDefault(point.index(), List.of()));
            rows.add(new Row(
                    point.index(),
                    point.regime(),
                    select,
                    MeanEstimate.of(Series.values(answer(select), having)),
                    outcome.droppedAfter().get(point.index()),
                    outcome));
        }
        return rows;
    }

    /** What was selected, in a sentence; empty if nothing was to be. Ends in a line feed. */
    static String sentence(Experiment experiment, List<Row> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        Row first = rows.get(0);
        String wanted = word(first.select().goal()) + " " + first.select().answer();
        int selected = first.outcome().selected();
        if (selected < 0) {
            return "Nothing was selected: too few runs have " + first.select().answer() + ".\n";
        }
        return "Selected for the " + wanted + ": " + experiment.points().get(selected) + ". " + assurance(first) + "\n";
    }

    private static String assurance(Row row) {
        double zone = row.select().indifferenceZone().number();
        Scale percent = new Scale("%", 100, 1);
        String probability = percent.withUnit(row.outcome().probabilityCorrect());
        if (row.select().method() == Replications.Method.OCBA) {
            return "That this is correct has a probability of about " + probability + " or more"
                    + (row.outcome().complete()
                            ? "."
                            : ", less than was asked for: the most replications were reached.");
        }
        Scale scale = Scale.of(answer(row.select()).unit(), zone);
        return row.outcome().complete()
                ? "If the best leads by " + scale.withUnit(zone)
                        + " or more, this is it with a probability of at least " + probability + "."
                : "This is the best so far and no more: the most replications were reached before the others could be dropped.";
    }
}
