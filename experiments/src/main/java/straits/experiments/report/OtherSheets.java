package straits.experiments.report;

import java.util.ArrayList;
import java.util.List;
import straits.experiments.report.Sheet.Cell;
import straits.experiments.report.Sheet.Tone;

/** Tables that only some experiments have, a line per row, numbers for people and as they are. */
final class OtherSheets {

    private static final int MOST = 60;

    private OtherSheets() {}

    static List<Sheet> of(Runs runs) {
        return List.of(
                sheet(
                        runs,
                        "uncertainty",
                        "How much of the spread comes from inputs nobody knows",
                        List.of(
                                "regime",
                                "block",
                                "answer",
                                "unit",
                                "mean",
                                "low",
                                "high",
                                "sd_input",
                                "sd_replication",
                                "n_points"),
                        "Mean over sampled points with its 95 % interval; standard deviations from inputs and from replications."),
                sheet(
                        runs,
                        "selection",
                        "What was selected",
                        List.of(
                                "point",
                                "regime",
                                "answer",
                                "goal",
                                "n",
                                "mean",
                                "standard_error",
                                "selected",
                                "probability_correct_fraction",
                                "complete"),
                        "The points that competed."),
                sheet(
                        runs,
                        "gains",
                        "Who gains and who loses",
                        List.of(
                                "regime",
                                "reference_regime",
                                "tenant",
                                "provider",
                                "country",
                                "measure",
                                "unit",
                                "n",
                                "mean_difference",
                                "simultaneous_low",
                                "simultaneous_high",
                                "differs"),
                        "Paired differences; grey: no difference that these replications can tell."));
    }

    private static Sheet sheet(Runs runs, String table, String title, List<String> columns, String note) {
        List<Sheet.Line> lines = new ArrayList<>();
        int differs = columns.indexOf("differs");
        Cells.each(runs.folder(), table + ".csv", columns, row -> {
            if (lines.size() < MOST) {
                boolean grey = differs >= 0 && row.text(differs).equals("false");
                List<Cell> cells = new ArrayList<>();
                for (int column = 0; column < columns.size(); column++) {
                    cells.add(cell(row.text(column), grey ? Tone.GREY : Tone.PLAIN));
                }
                lines.add(new Sheet.Line(cells));
            }
        });
        String most = lines.size() == MOST ? " The first " + MOST + " rows; the others are in the table." : "";
        return new Sheet(table, title, columns, lines, note + most, table + ".csv");
    }

    private static Cell cell(String text, Tone tone) {
        boolean number = text.matches("-?\\d+\\.\\d+(E-?\\d+)?");
        return number ? new Cell(Numbers.text(Double.parseDouble(text)), text, tone) : Cell.of(text, tone);
    }
}
