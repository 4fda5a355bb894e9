package straits.experiments.output;

import java.util.List;
import straits.experiments.montecarlo.Answer;

/** What estimators made of the answers, for the screen: at most 120 columns wide. */
final class EstimatorsSheet {

    private static final int WIDTH = 120;

    private EstimatorsSheet() {}

    /** A line per answer that is shown and estimator with an interval; empty if there is none. */
    static String text(List<Estimators.Row> rows, List<Answer> shown) {
        TextTable table = new TextTable(false, 60, 11, 27, 22);
        table.line(List.of("", "mean", "95 % interval", "gain over plain"));
        List<Estimators.Row> lines = rows.stream()
                .filter(row -> shown.contains(row.answer()) && !row.interval95().missing())
                .toList();
        String last = "";
        for (Estimators.Row row : lines) {
            String title = title(row);
            if (!title.equals(last)) {
                table.line(List.of(title));
            }
            last = title;
            table.line(cells(row));
        }
        return lines.isEmpty() ? "" : "\n" + table + "\n" + TextTable.wrapped(LEGEND, WIDTH);
    }

    private static final String LEGEND =
            "Gain: how many times more simulation independent points would need for the same standard error, and its 95 % interval"
                    + " where it has one; below 1 it hurts. All answers are in estimators.csv.";

    private static String title(Estimators.Row row) {
        String block = row.block().isEmpty() ? "" : ", block " + row.block();
        String against = row.referenceRegime().isEmpty() ? "" : ", less that under " + row.referenceRegime();
        return "Mean over inputs under " + row.regime() + against + block;
    }

    private static List<String> cells(Estimators.Row row) {
        Scale scale = Scale.of(row.answer().unit(), Math.abs(row.mean()));
        Scale times = new Scale("", 1, 2);
        String gain = Double.isNaN(row.gain()) ? "n/a" : times.text(row.gain());
        String interval = row.gain95().missing() ? "" : " " + times.text(row.gain95());
        return List.of(
                "  " + row.answer().label() + ", " + scale.unit() + ", " + row.estimator(),
                scale.text(row.mean()),
                scale.text(row.interval95()),
                gain + interval);
    }
}
