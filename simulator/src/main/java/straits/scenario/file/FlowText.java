package straits.scenario.file;

import java.util.stream.Collectors;

/** A tree as YAML on one line. */
final class FlowText {

    private static final String INDICATORS = ",[]{}";

    private FlowText() {}

    static String of(Node node) {
        return node instanceof Node.Scalar scalar && scalar.plain() ? scalar.text() : inside(node);
    }

    /** Within a list or a map a plain text may not hold the signs that end it. */
    private static String inside(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(FlowText::inside).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries().values().stream()
                    .map(entry -> inside(entry.key()) + ": " + inside(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node instanceof Node.Scalar scalar ? text(scalar) : "";
    }

    private static String text(Node.Scalar scalar) {
        boolean plain = scalar.plain() && scalar.text().chars().noneMatch(letter -> INDICATORS.indexOf(letter) >= 0);
        return plain ? scalar.text() : quoted(scalar.text());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(letter -> quoted.append(escaped((char) letter)));
        return quoted.append('"').toString();
    }

    /** Escaped is also what some reader might take for the end of a line. */
    private static String escaped(char letter) {
        if (letter == '"' || letter == '\\') {
            return "\\" + letter;
        }
        boolean lineEnd = letter < ' ' || letter == 0x85 || letter == 0x2028 || letter == 0x2029;
        return lineEnd ? String.format("\\u%04x", (int) letter) : String.valueOf(letter);
    }
}
