package straits.experiments.output;

import java.util.List;
import java.util.stream.Stream;

/** The codebook: one line per column of every table, its own included, from the declarations that write the tables. */
public final class ColumnsTable {

    /** The declaration of {@code columns.csv}. */
    public static final Table<Line> TABLE = Table.<Line>of("columns.csv", "table x column")
            .text("table", "file of the table", Line::file)
            .text("column", "name of the column", line -> line.column().name())
            .text(
                    "type",
                    "text, integer, decimal, date or boolean",
                    line -> line.column().type().word())
            .text(
                    "unit",
                    "unit of a number, empty where there is none",
                    line -> line.column().unit())
            .text("meaning", "what the column holds", line -> line.column().meaning())
            .build();

    private ColumnsTable() {}

    /**
     * A line of the codebook.
     *
     * @param file file of the table
     * @param column the column
     */
    public record Line(String file, Column column) {}

    /** The lines of these tables in the order given, then of the codebook itself. */
    public static List<Line> lines(List<? extends Table<?>> tables) {
        return Stream.concat(tables.stream(), Stream.of(TABLE))
                .flatMap(ColumnsTable::linesOf)
                .toList();
    }

    private static Stream<Line> linesOf(Table<?> table) {
        return table.columns().stream().map(column -> new Line(table.file(), column));
    }
}
