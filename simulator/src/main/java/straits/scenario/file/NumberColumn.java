package straits.scenario.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A column of a CSV file as a list of numbers with a unit; each is checked where it is bound. */
final class NumberColumn {

    private static final int MOST = 100_000;

    private final Position before;
    private final String path;
    private final Faults faults;

    NumberColumn(Position before, String path, Faults faults) {
        this.before = before;
        this.path = path;
        this.faults = faults;
    }

    Node read(String text, String column, String unit) {
        List<Node> values = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            int index = -1;
            for (CsvRecord row : reader) {
                Position at = new Position(before.file(), before.line() + (int) row.getStartingLineNumber(), 1);
                if (index < 0) {
                    index = row.getFields().indexOf(column);
                    if (index < 0) {
                        faults.add(at, path, Texts.unknown("column", column, row.getFields()));
                        return new Node.Refused(at);
                    }
                } else if (values.size() == MOST) {
                    faults.add(at, path, "row " + (MOST + 1) + "; an empirical law has at most " + MOST + " values");
                    return new Node.Refused(at);
                } else {
                    String cell =
                            index < row.getFieldCount() ? row.getField(index).strip() : "";
                    values.add(new Node.Scalar(at, cell + unit, true));
                }
            }
        } catch (CsvParseException | IOException e) {
            faults.add(before, path, "not CSV: " + e.getMessage());
        }
        return new Node.Sequence(before, values);
    }
}
