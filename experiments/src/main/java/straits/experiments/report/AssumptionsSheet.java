package straits.experiments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import straits.experiments.montecarlo.Answer;
import straits.experiments.report.Sheet.Cell;
import straits.experiments.report.Sheet.Tone;

/**
 * The inputs that rest on the least and may matter most. Inputs with one reason are one line. What nobody has sourced comes first; then
 * by influence where the experiment measured it, else by how wide the stated range is.
 */
final class AssumptionsSheet {

    private static final int MOST = 40;
    private static final List<String> COLUMNS = List.of("input", "value", "unit", "low", "high", "basis", "reason");

    /** What is said first of inputs of one origin. */
    private static final class Group {
        private final String input;
        private final String value;
        private final String basis;
        private final String reason;
        private int inputs;
        private double width;
        private double influence = Double.NaN;

        Group(Cells row) {
            input = row.text(0);
            value = (Numbers.text(row.number(1)) + " " + row.text(2)).strip();
            basis = row.text(5);
            reason = row.text(6);
        }

        void add(Cells row, Map<String, Double> influences) {
            inputs++;
            double middle = Math.abs(row.number(1));
            double range = row.number(4) - row.number(3);
            width = range > 0 && middle > 0 ? Math.max(width, range / middle) : width;
            Double measured = influences.get(row.text(0));
            influence =
                    measured == null ? influence : Double.isNaN(influence) ? measured : Math.max(influence, measured);
        }

        double known() {
            return Double.isNaN(influence) ? -1 : influence;
        }
    }

    private AssumptionsSheet() {}

    static Sheet of(Runs runs, Answer answer) {
        Map<String, Double> influences = influences(runs, answer);
        Map<String, Group> groups = new LinkedHashMap<>();
        Cells.each(runs.folder(), "assumptions.csv", COLUMNS, row -> {
            String basis = row.text(5);
            if (!basis.equals("fact") && !basis.equals("derived")) {
                String key = basis.equals("assumption") && !row.missing(6) ? row.text(6) : row.text(0);
                groups.computeIfAbsent(basis.equals("default") ? "default" : basis + key, each -> new Group(row))
                        .add(row, influences);
            }
        });
        List<Group> ranked = new ArrayList<>(groups.values());
        ranked.sort(Comparator.comparingDouble((Group group) -> -group.known())
                .thenComparingInt(group -> group.basis.equals("default") ? 1 : 0)
                .thenComparingDouble(group -> -group.width)
                .thenComparing(group -> group.input));
        String measured = influences.isEmpty()
                ? "This run measured no influence (an experiment with design morris or saltelli does): ranked by the stated range."
                : "Ranked by the influence on \"" + answer.label()
                        + "\" that this experiment measured, then by the stated range.";
        return new Sheet(
                "assumptions",
                "Inputs without a source, the weightiest first",
                List.of("input", "inputs alike", "value", "range / value", "influence", "basis", "reason"),
                ranked.stream().limit(MOST).map(AssumptionsSheet::line).toList(),
                measured + " " + Math.min(MOST, ranked.size()) + " of " + ranked.size()
                        + " lines; inputs of one reason are one line; facts and what is derived from facts are left out.",
                influences.isEmpty() ? "assumptions.csv" : "assumptions.csv, sensitivity.csv");
    }

    private static Map<String, Double> influences(Runs runs, Answer answer) {
        Map<String, Double> influences = new HashMap<>();
        Cells.each(runs.folder(), "sensitivity.csv", List.of("answer", "factor", "index", "estimate"), row -> {
            boolean total = row.text(2).equals("ST") || row.text(2).equals("mu_star");
            if (row.text(0).equals(answer.key()) && total && !row.missing(3)) {
                influences.merge(row.text(1), Math.abs(row.number(3)), Math::max);
            }
        });
        return influences;
    }

    private static Sheet.Line line(Group group) {
        return new Sheet.Line(List.of(
                Cell.of(group.input),
                Cell.of(Integer.toString(group.inputs)),
                Cell.of(group.value),
                Cell.of(group.width > 0 ? Numbers.text(group.width) : "no range"),
                Cell.of(Double.isNaN(group.influence) ? "not measured" : Numbers.text(group.influence), Tone.GREY),
                Cell.of(group.basis),
                Cell.of(group.reason)));
    }
}
