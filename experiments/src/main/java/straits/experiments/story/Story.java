package straits.experiments.story;

import java.util.ArrayList;
import java.util.List;

/** A heading and paragraphs, most of them with a date in front, in lines of at most 100 columns. */
public final class Story {

    private static final int WIDTH = 100;
    private static final int MARGIN = 18;

    private final StringBuilder text = new StringBuilder();

    Story(String heading) {
        wrap("", 0, heading);
    }

    /** Leaves a line free and says what follows. */
    Story section(String title) {
        text.append('\n');
        wrap("", 0, title);
        return this;
    }

    /** Leaves a line free. */
    Story pause() {
        text.append('\n');
        return this;
    }

    /** A paragraph with something in front, such as its date. */
    Story line(String front, String sentences) {
        wrap(front, MARGIN, sentences);
        return this;
    }

    /** A paragraph across the whole width. */
    Story paragraph(String sentences) {
        wrap("", 0, sentences);
        return this;
    }

    /** What another story says under its heading. */
    Story append(Story other) {
        text.append(other.text, other.text.indexOf("\n") + 1, other.text.length());
        return this;
    }

    private void wrap(String front, int margin, String sentences) {
        String left = front + " ".repeat(Math.max(front.isEmpty() ? 0 : 2, margin - front.length()));
        for (String line : lines(sentences, WIDTH - margin)) {
            text.append(left).append(line).append('\n');
            left = " ".repeat(margin);
        }
    }

    private static List<String> lines(String sentences, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentences.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The whole; ends in a line feed. */
    public String text() {
        return text.toString();
    }
}
