package straits.experiments.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import straits.experiments.output.TableReader;

/** The cells of a row, by the place of their column in a list of wanted columns. For one thread. */
final class Cells {

    private final TableReader table;
    private final List<String> wanted;
    private final int[] positions;
    private List<String> row = List.of();
    private String point = "";
    private String replication = "";
    private Unit unit = new Unit(-1, -1);

    private Cells(TableReader table, List<String> wanted, int[] positions) {
        this.table = table;
        this.wanted = wanted;
        this.positions = positions;
    }

    /**
     * Hands over every row of a table of a folder in turn; none if there is no such table. The cells are those of the row only while
     * it is handed over.
     *
     * @param wanted columns, of which the first two are point and replication where {@link #unit} is asked for
     * @throws java.io.UncheckedIOException naming the path, if it cannot be read
     */
    static void each(Path folder, String table, List<String> wanted, Consumer<Cells> to) {
        try (TableReader reader = TableReader.open(folder, table, Set.copyOf(wanted))) {
            if (reader == null) {
                return;
            }
            Cells cells = new Cells(
                    reader,
                    wanted,
                    wanted.stream().mapToInt(reader.header()::indexOf).toArray());
            for (List<String> row = reader.next(); row != null; row = reader.next()) {
                cells.row = row;
                to.accept(cells);
            }
        }
    }

    /** A text; empty if the table has no such column. */
    String text(int wanted) {
        return positions[wanted] < 0 ? "" : row.get(positions[wanted]);
    }

    boolean missing(int wanted) {
        return text(wanted).isEmpty();
    }

    /** A number; NaN if it is missing. */
    double number(int wanted) {
        return missing(wanted) ? Double.NaN : table.number(row, positions[wanted]);
    }

    /** A number; 0 if it is missing. */
    double amount(int wanted) {
        return missing(wanted) ? 0 : table.number(row, positions[wanted]);
    }

    /**
     * A whole number.
     *
     * @throws java.io.UncheckedIOException naming the path, if it is missing
     */
    int integer(int place) {
        return table.integer(row, table.place(wanted.get(place)));
    }

    /** The run that the row is of, which most often is that of the row before. */
    Unit unit() {
        if (!text(1).equals(replication) || !text(0).equals(point)) {
            point = text(0);
            replication = text(1);
            unit = new Unit(integer(0), integer(1));
        }
        return unit;
    }
}
