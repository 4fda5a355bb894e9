package straits.experiments.output;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.UnitResult;

/** Rows of {@code outcomes.csv}, one by one. */
public final class OutcomeRow {

    private OutcomeRow() {}

    /** The row that a result has. */
    public static List<String> of(UnitResult result) {
        byte[] line = UnitForm.text(result).texts().get(0).bytes();
        return CsvReader.builder().ofCsvRecord(new String(line, StandardCharsets.UTF_8)).stream()
                .findFirst()
                .orElseThrow()
                .getFields();
    }

    /**
     * The row that a folder has for a run, or null if it has none.
     *
     * @throws java.io.UncheckedIOException naming the path, if the table cannot be read
     */
    public static @Nullable List<String> in(Path folder, UnitKey key) {
        String point = Integer.toString(key.point());
        String replication = Integer.toString(key.replication());
        try (TableReader table = TableReader.open(folder, Tables.OUTCOMES.file())) {
            List<String> row = table == null ? null : table.next();
            while (table != null
                    && row != null
                    && !(row.get(table.place("point")).equals(point)
                            && row.get(table.place("replication")).equals(replication))) {
                row = table.next();
            }
            return row;
        }
    }

    /** The columns. */
    public static List<String> header() {
        return Tables.OUTCOMES.columns().stream().map(Column::name).toList();
    }
}
