package straits.experiments.trace;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Goes through a CSV file by the names of its columns, a row at a time. */
final class CsvRows {

    private final JobList list;
    private final List<String> needed;

    /** Takes a row. */
    interface RowReader {

        void row(Row row);
    }

    /** A row by the names of its columns. */
    static final class Row {

        private final List<String> header;
        private final CsvRecord cells;

        private Row(List<String> header, CsvRecord cells) {
            this.header = header;
            this.cells = cells;
        }

        /** A cell; empty if there is no such column. */
        String cell(String column) {
            int index = header.indexOf(column);
            return index < 0 ? "" : cells.getField(index).strip();
        }

        long line() {
            return cells.getStartingLineNumber();
        }
    }

    CsvRows(JobList list, List<String> needed) {
        this.list = list;
        this.needed = needed;
    }

    /** Reads a file whose first row names its columns. */
    void read(Path file, RowReader reader) throws IOException {
        read(file, List.of(), reader);
    }

    /** Reads a file whose columns are these; a first row that repeats their names is passed over. */
    void read(Path file, List<String> columns, RowReader reader) throws IOException {
        List<String> header = columns;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            for (CsvRecord record : csv) {
                if (header.isEmpty()) {
                    header = record.getFields().stream().map(String::strip).toList();
                    if (missing(header)) {
                        return;
                    }
                } else if (record.getFieldCount() != header.size()) {
                    list.fault(
                            record.getStartingLineNumber(),
                            "found " + record.getFieldCount() + " cells; must be " + header.size());
                } else if (!record.getFields().equals(header)) {
                    reader.row(new Row(header, record));
                }
            }
        } catch (CsvParseException e) {
            list.fault(1, "not CSV: " + e.getMessage());
        }
    }

    private boolean missing(List<String> header) {
        List<String> missing =
                needed.stream().filter(column -> !header.contains(column)).toList();
        missing.forEach(column -> list.fault(
                1, "no column " + column + "; found " + String.join(", ", header) + ": is it another --from?"));
        return !missing.isEmpty();
    }

    /** A number; NaN if the cell is empty or holds none, which is then a fault. */
    double number(Row row, String column) {
        String cell = row.cell(column);
        try {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            list.fault(row.line(), column + ": found \"" + cell + "\"; must be a number");
            return Double.NaN;
        }
    }

    /** Seconds of a time; NaN if there is none, and as well if the cell holds another thing, which is then a fault. */
    double seconds(Row row, String column) {
        String cell = row.cell(column);
        try {
            return Clock.seconds(cell);
        } catch (IllegalArgumentException e) {
            list.fault(row.line(), column + ": " + e.getMessage());
            return Double.NaN;
        }
    }
}
