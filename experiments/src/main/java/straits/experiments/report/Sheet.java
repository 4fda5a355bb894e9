package straits.experiments.report;

import java.util.List;
import straits.experiments.output.DecimalText;

/**
 * A table of the report that belongs to no chart.
 *
 * @param id stable name, an anchor
 * @param title what it shows
 * @param header names of the columns
 * @param lines its rows
 * @param note how to read it
 * @param source tables it is made from
 */
public record Sheet(String id, String title, List<String> header, List<Line> lines, String note, String source) {

    /** Copies the lists. */
    public Sheet {
        header = List.copyOf(header);
        lines = List.copyOf(lines);
    }

    /**
     * A row.
     *
     * @param cells in the order of the header
     */
    public record Line(List<Cell> cells) {

        /** Copies the list. */
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param text for people
     * @param exact the number as the tables of the run hold it; empty for texts
     * @param tone how it is shown
     */
    public record Cell(String text, String exact, Tone tone) {

        static Cell of(String text) {
            return new Cell(text, "", Tone.PLAIN);
        }

        /** A number; nothing for NaN. */
        static Cell of(double value) {
            return Double.isNaN(value) ? of("") : new Cell(Numbers.text(value), DecimalText.of(value), Tone.PLAIN);
        }

        static Cell of(String text, Tone tone) {
            return new Cell(text, "", tone);
        }
    }

    /** How a cell is shown; always said in words as well. */
    public enum Tone {
        /** As it is. */
        PLAIN,
        /** A difference that is none as far as can be told. */
        GREY,
        /** What went wrong. */
        BAD,
        /** What went well. */
        GOOD
    }
}
