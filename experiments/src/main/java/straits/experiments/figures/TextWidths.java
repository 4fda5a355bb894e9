package straits.experiments.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import straits.experiments.figures.Canvas.Letters;

/** How wide texts are in Liberation Sans, Arial and Helvetica, whose letters have the same widths; no font is needed to know. */
final class TextWidths {

    private static final int PER_SIZE = 1000;
    private static final String ELLIPSIS = "...";

    /** Of a letter that is not in the table, such as an accented one: a digit's. */
    private static final int OTHER = 556;

    /** From the blank to the tilde. */
    static final List<Integer> REGULAR = List.of(
            278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
            556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
            500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
            556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
            278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584);

    static final List<Integer> BOLD = List.of(
            278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
            556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
            556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
            556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
            333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584);

    private TextWidths() {}

    /** Width in pixels. */
    static double of(String text, Letters letters) {
        List<Integer> table = letters.bold() ? BOLD : REGULAR;
        int width = text.codePoints().map(letter -> width(table, letter)).sum();
        return width * letters.size() / PER_SIZE;
    }

    /** Width of the widest; 0 if there is none. */
    static double widest(Stream<String> texts, Letters letters) {
        return texts.mapToDouble(text -> of(text, letters)).max().orElse(0);
    }

    private static int width(List<Integer> table, int letter) {
        int place = letter - ' ';
        return place >= 0 && place < table.size() ? table.get(place) : OTHER;
    }

    /** The text in lines of at most a width, broken at blanks; a word that is wider has its own line. */
    static List<String> wrapped(String text, Letters letters, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && of(longer, letters) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** The text, its end left out if it is wider than that. */
    static String cut(String text, Letters letters, double width) {
        if (of(text, letters) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && of(text.substring(0, end) + ELLIPSIS, letters) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
