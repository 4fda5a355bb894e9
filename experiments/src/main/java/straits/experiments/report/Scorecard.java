package straits.experiments.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import straits.experiments.report.Sheet.Cell;
import straits.experiments.report.Sheet.Tone;

/** How the program that made the report did in its own verification: the scorecard packaged with it. */
final class Scorecard {

    private static final String RESOURCE = "/verification/scorecard.csv";
    private static final List<String> COLUMNS = List.of(
            "case",
            "output",
            "exact",
            "estimate",
            "low",
            "high",
            "tolerance_fraction",
            "power_reached",
            "verdict",
            "source");

    private Scorecard() {}

    /** A line per case and output; none if this build carries no scorecard. */
    static Sheet sheet() {
        List<Sheet.Line> lines = lines();
        long passed = lines.stream()
                .filter(line -> line.cells().stream().anyMatch(cell -> cell.tone() == Tone.GOOD))
                .count();
        return new Sheet(
                "scorecard",
                "Verification of this program against cases with known answers",
                COLUMNS,
                lines,
                passed + " of " + lines.size()
                        + " outputs pass. By straits verify, which runs them again. Low and high: 95 % interval of the estimate.",
                "scorecard packaged with the program");
    }

    private static List<Sheet.Line> lines() {
        try (InputStream in = Scorecard.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                return List.of();
            }
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in, UTF_8)) {
                return reader.stream().map(Scorecard::line).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged " + RESOURCE + ": " + e.getMessage(), e);
        }
    }

    private static Sheet.Line line(NamedCsvRecord row) {
        return new Sheet.Line(COLUMNS.stream()
                .map(column -> cell(column, row.findField(column).orElse("")))
                .toList());
    }

    private static Cell cell(String column, String text) {
        if (column.equals("verdict")) {
            return Cell.of(text, text.equalsIgnoreCase("pass") ? Tone.GOOD : Tone.BAD);
        }
        boolean number = text.matches("-?\\d+\\.\\d+(E-?\\d+)?");
        return number ? new Cell(Numbers.text(Double.parseDouble(text)), text, Tone.PLAIN) : Cell.of(text);
    }
}
