package straits.scenario.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import straits.scenario.TraceRows;

/**
 * The table of a trace. Every fault is noted with its line, up to a number; rows must be in order of time, since who comes first
 * is served first. Reading stops at the row that is too many.
 */
final class TraceTable {

    private static final int MOST_FAULTS = 20;
    private static final double MOST_HOURS = 1_000_000;
    private static final double MOST_GPUS = 100_000_000;
    private static final double MOST_USD = 2000;

    private final Position before;
    private final String path;
    private final Faults faults;
    private final Optional<Collection<String>> knownChips;
    private final TraceRows.Builder rows = new TraceRows.Builder();
    private int size;
    private int found;
    private double lastHours;

    /**
     * A table.
     *
     * @param before the place one line above its first
     * @param path the place in the scenario that it stands for
     * @param knownChips keys of the chips that rows may name; empty if they are faulty themselves
     */
    TraceTable(Position before, String path, Optional<Collection<String>> knownChips, Faults faults) {
        this.before = before;
        this.path = path;
        this.knownChips = knownChips;
        this.faults = faults;
    }

    TraceRows read(String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<String> header = List.of();
            for (CsvRecord row : reader) {
                if (header.isEmpty()) {
                    header = row.getFields().stream().map(String::strip).toList();
                    if (!usable(header)) {
                        return TraceRows.NONE;
                    }
                } else if (size == TraceRows.MOST) {
                    fault(
                            row.getStartingLineNumber(),
                            "row " + (size + 1) + "; a trace has at most " + TraceRows.MOST
                                    + " rows: take a part of it, as with straits trace convert --from straits --days 30");
                    break;
                } else {
                    row(header, row);
                }
            }
        } catch (CsvParseException | IOException e) {
            fault(1, "not CSV: " + e.getMessage());
        }
        close();
        return rows.build();
    }

    private void close() {
        if (found > MOST_FAULTS) {
            faults.add(at(0), path, (found - MOST_FAULTS) + " more faults of rows, not listed");
        } else if (size == 0 && found == 0) {
            fault(1, "no row; a trace has at least one");
        }
    }

    private boolean usable(List<String> header) {
        String all = String.join(", ", TraceRows.COLUMNS.subList(0, TraceRows.NEEDED)) + ", and if wanted "
                + String.join(", ", TraceRows.COLUMNS.subList(TraceRows.NEEDED, TraceRows.COLUMNS.size()));
        for (String needed : TraceRows.COLUMNS.subList(0, TraceRows.NEEDED)) {
            if (!header.contains(needed)) {
                fault(1, "no column " + needed + "; columns of a trace: " + all);
            }
        }
        for (int i = 0; i < header.size(); i++) {
            if (!TraceRows.COLUMNS.contains(header.get(i))) {
                fault(1, Texts.unknown("column", header.get(i), TraceRows.COLUMNS));
            } else if (header.indexOf(header.get(i)) < i) {
                fault(1, "column " + header.get(i) + " a second time");
            }
        }
        return found == 0;
    }

    private void row(List<String> header, CsvRecord row) {
        long line = row.getStartingLineNumber();
        size++;
        if (row.getFieldCount() != header.size()) {
            fault(line, "found " + row.getFieldCount() + " cells; must be " + header.size() + " as in the header");
            return;
        }
        double at = number(header, row, 0, MOST_HOURS);
        double gpus = number(header, row, 1, MOST_GPUS);
        double hours = number(header, row, 2, MOST_HOURS);
        String limit = cell(header, row, 4);
        double usd = limit.isEmpty() ? Double.NaN : number(header, row, 4, MOST_USD);
        if (gpus == 0) {
            fault(line, "gpus: found 0; must be above 0");
        }
        if (at < lastHours) {
            fault(
                    line,
                    "arrival_hours: found " + cell(header, row, 0)
                            + " after a later time; rows must be in order of time");
        }
        lastHours = Math.max(lastHours, Double.isNaN(at) ? lastHours : at);
        rows.add(at, gpus, hours, chips(line, cell(header, row, 3)), usd);
    }

    private List<String> chips(long line, String cell) {
        List<String> chips = TraceRows.chipsOf(cell);
        knownChips.ifPresent(known -> chips.stream()
                .filter(chip -> !known.contains(chip))
                .forEach(chip -> fault(line, "chips: " + Texts.unknown("chip", chip, known))));
        return chips;
    }

    /** A number from 0 to the most; NaN if the cell holds none, which is noted. */
    private double number(List<String> header, CsvRecord row, int column, double most) {
        String cell = cell(header, row, column);
        double value = Decimals.isNumber(cell) ? Double.parseDouble(cell) : Double.NaN;
        if (!(value >= 0 && value <= most)) {
            String what = Double.isNaN(value) ? "\"" + Texts.shortened(cell) + "\"" : cell;
            fault(
                    row.getStartingLineNumber(),
                    TraceRows.COLUMNS.get(column) + ": found " + what + "; must be a number from 0 to "
                            + Decimals.text(most));
            return Double.NaN;
        }
        // Minus zero, which would be another number than the 0 it is written as.
        return value + 0.0;
    }

    private static String cell(List<String> header, CsvRecord row, int column) {
        int index = header.indexOf(TraceRows.COLUMNS.get(column));
        return index < 0 ? "" : row.getField(index).strip();
    }

    private void fault(long line, String message) {
        found++;
        if (found <= MOST_FAULTS) {
            faults.add(at(line), path, message);
        }
    }

    private Position at(long line) {
        return line == 0 ? Position.of(before.file()) : new Position(before.file(), before.line() + (int) line, 1);
    }
}
