package straits.experiments.output;

import java.util.List;

/** Columns of text of fixed widths, the first to the left. */
public final class TextTable {

    private final StringBuilder text = new StringBuilder();
    private final int[] widths;
    private final boolean right;

    /**
     * An empty table.
     *
     * @param right whether all columns but the first stand to the right
     * @param widths widths of the columns, gaps included
     */
    public TextTable(boolean right, int... widths) {
        this.right = right;
        this.widths = widths.clone();
    }

    /** Adds a line; a cell too long for its column pushes the rest. */
    public TextTable line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String padding =
                    " ".repeat(Math.max(1, widths[column] - cells.get(column).length()));
            boolean toTheRight = right && column > 0;
            line.append(toTheRight ? padding + cells.get(column) : cells.get(column) + padding);
        }
        text.append(line.toString().stripTrailing()).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The text in lines of at most the given width, broken at blanks. */
    public static String wrapped(String paragraph, int width) {
        StringBuilder lines = new StringBuilder();
        int used = 0;
        for (String word : paragraph.split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > width) {
                lines.append('\n');
                used = 0;
            } else if (used > 0) {
                lines.append(' ');
                used++;
            }
            lines.append(word);
            used += word.length();
        }
        return lines.append('\n').toString();
    }
}
