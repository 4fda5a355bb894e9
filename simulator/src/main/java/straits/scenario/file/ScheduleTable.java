package straits.scenario.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of a price schedule as a tree: prices by chip and date. Columns {@code chip}, {@code from} (first day),
 * {@code price_usd_per_gpu_hour}, and {@code until} if wanted: the first day on which the price no longer holds, which must be the
 * next row's first.
 */
final class ScheduleTable {

    private static final String CHIP = "chip";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String PRICE = "price_usd_per_gpu_hour";
    private static final Set<String> COLUMNS = Set.of(CHIP, FROM, UNTIL, PRICE);
    private static final List<String> NEEDED = List.of(CHIP, FROM, PRICE);

    private final String file;
    private final String path;
    private final Faults faults;
    private final Map<String, List<Node>> rows = new LinkedHashMap<>();
    private final Map<String, String> ends = new LinkedHashMap<>();

    /**
     * A table.
     *
     * @param file name for faults
     * @param path place in the scenario that it stands for
     */
    ScheduleTable(String file, String path, Faults faults) {
        this.file = file;
        this.path = path;
        this.faults = faults;
    }

    /** The tree of a text; refused if its header cannot be used, with every fault noted. */
    Node read(String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<String> header = null;
            for (CsvRecord row : reader) {
                if (header == null) {
                    header = row.getFields();
                    if (!usable(header)) {
                        return new Node.Refused(at(1));
                    }
                } else {
                    row(header, row);
                }
            }
        } catch (CsvParseException | IOException e) {
            faults.add(Position.of(file), path, "not CSV: " + e.getMessage());
        }
        return tree();
    }

    private boolean usable(List<String> header) {
        List<String> missing =
                NEEDED.stream().filter(column -> !header.contains(column)).toList();
        List<String> unknown =
                header.stream().filter(column -> !COLUMNS.contains(column)).toList();
        missing.forEach(column -> faults.add(at(1), path, "no column " + column + "; must have chip, from, " + PRICE));
        unknown.forEach(column -> faults.add(at(1), path, Texts.unknown("column", column, COLUMNS)));
        return missing.isEmpty() && unknown.isEmpty();
    }

    private void row(List<String> header, CsvRecord row) {
        Position at = at(row.getStartingLineNumber());
        if (row.getFieldCount() != header.size()) {
            faults.add(
                    at,
                    path,
                    "found " + row.getFieldCount() + " cells; must be " + header.size() + " as in the header");
            return;
        }
        String chip = cell(header, row, CHIP);
        String from = cell(header, row, FROM);
        String price = cell(header, row, PRICE);
        if (price.isEmpty()) {
            faults.add(at, path, "a gap: no price of " + chip + " from " + from + "; every row must have a price");
            return;
        }
        joins(at, chip, from, cell(header, row, UNTIL));
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        put(entries, FROM, from, at);
        put(entries, "value", price + " USD per GPU-hour", at);
        rows.computeIfAbsent(chip, key -> new ArrayList<>()).add(new Node.Mapping(at, entries));
    }

    private static String cell(List<String> header, CsvRecord row, String column) {
        int index = header.indexOf(column);
        return index < 0 ? "" : row.getField(index).strip();
    }

    /** Where rows say until when they hold, one must begin as the one before it ends. */
    private void joins(Position at, String chip, String from, String until) {
        @Nullable String before = ends.put(chip, until);
        if (before != null && !before.isEmpty() && !before.equals(from)) {
            String kind = before.compareTo(from) < 0 ? "a gap" : "an overlap";
            faults.add(at, path, kind + ": the row before of " + chip + " ends " + before + ", this begins " + from);
        }
    }

    private static void put(Map<String, Node.Entry> entries, String key, String value, Position at) {
        entries.put(key, new Node.Entry(new Node.Scalar(at, key, true), new Node.Scalar(at, value, true)));
    }

    private Node tree() {
        if (rows.isEmpty()) {
            faults.add(Position.of(file), path, "no row of prices");
            return new Node.Refused(Position.of(file));
        }
        Map<String, Node.Entry> chips = new LinkedHashMap<>();
        rows.forEach((chip, prices) -> {
            Position at = prices.get(0).at();
            lasts(chip, prices.get(prices.size() - 1).at());
            chips.put(chip, new Node.Entry(new Node.Scalar(at, chip, true), new Node.Sequence(at, prices)));
        });
        return new Node.Mapping(at(1), chips);
    }

    private void lasts(String chip, Position at) {
        String until = ends.getOrDefault(chip, "");
        if (!until.isEmpty()) {
            String message = "a gap: the last row of " + chip + " ends " + until
                    + "; leave its until empty, it holds to the end";
            faults.add(at, path, message);
        }
    }

    private Position at(long line) {
        return new Position(file, (int) line, 1);
    }
}
