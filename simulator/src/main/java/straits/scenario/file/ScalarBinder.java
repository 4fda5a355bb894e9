package straits.scenario.file;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import straits.scenario.Form;

/** Texts, dates, whole numbers, booleans and enums. */
final class ScalarBinder {

    private static final Set<String> BOOLEANS = Set.of("true", "false", "yes", "no", "on", "off");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    /** Longer texts are no numbers to anyone, and would keep the pattern below busy. */
    private static final int LONGEST_NUMBER = 100;
    /** What some YAML reader takes for a number: octal, hexadecimal, underscores, sexagesimal, infinities. */
    private static final Pattern NUMBER_LIKE = Pattern.compile(
            "[-+]?(0[xXoObB])?[0-9][0-9a-fA-F_]*|[-+]?[0-9_]*\\.?[0-9_]+([eE][-+]?[0-9]+)?|[-+]?[0-9_]+\\.|"
                    + "[-+]?[0-9_]+(:[0-5]?[0-9])+(\\.[0-9_]*)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private final Findings findings;

    ScalarBinder(Findings findings) {
        this.findings = findings;
    }

    /** Whether a text means something else to some YAML reader unless it stands in quotes. */
    static boolean needsQuotes(String text) {
        return BOOLEANS.contains(text.toLowerCase(Locale.ROOT))
                || (text.length() <= LONGEST_NUMBER
                        && NUMBER_LIKE.matcher(text).matches()
                        && !Decimals.isInteger(text));
    }

    Object bind(Node node, Spot spot) {
        if (!(node instanceof Node.Scalar scalar) || node.isAbsent()) {
            return fault(node, spot, "found " + node.kind() + "; must be " + expected(spot));
        }
        Class<?> type = spot.place().raw();
        if (type == Amount.class) {
            return amount(scalar, spot);
        }
        if (type == String.class) {
            return text(scalar, spot);
        }
        if (type == LocalDate.class) {
            return date(scalar, spot);
        }
        if (type == boolean.class) {
            return truth(scalar, spot);
        }
        return type.isEnum() ? constant(scalar, spot) : whole(scalar, spot);
    }

    /** The text of a value or key, checked for its form and against the keys it must be one of. */
    String text(Node.Scalar scalar, Spot spot) {
        String text = scalar.text();
        Form.Kind form = spot.place().form();
        if (!StreamReader.isPrintable(text)) {
            fault(scalar, spot, "found a control character; must be printable text");
        } else if (scalar.plain() && needsQuotes(text)) {
            fault(scalar, spot, "found " + text + ", which is no text to every YAML reader; write \"" + text + "\"");
        } else if (form != null && !form.matches(text)) {
            fault(scalar, spot, "found \"" + Texts.shortened(text) + "\"; must be " + form.meaning());
        } else if (spot.place().section() != null) {
            look(scalar, spot, spot.place().section());
        }
        return text;
    }

    private void look(Node.Scalar scalar, Spot spot, String section) {
        if (spot.elsewhere(section, scalar.text())) {
            return;
        }
        if (!spot.sees(section)) {
            findings.openNames.add(new Findings.OpenName(scalar.at(), spot.path(), section, scalar.text()));
            return;
        }
        spot.keys(section).filter(keys -> !keys.contains(scalar.text())).ifPresent(keys -> {
            fault(scalar, spot, Texts.unknown(singular(section), scalar.text(), keys));
        });
    }

    /** {@code chips} to {@code chip}, {@code desk.review_classes} to {@code review class}; of several, with "or" between. */
    static String singular(String sections) {
        return Stream.of(sections.split(" or ", -1))
                .map(ScalarBinder::singularOfOne)
                .collect(Collectors.joining(" or "));
    }

    private static String singularOfOne(String section) {
        String last = section.substring(section.lastIndexOf('.') + 1).replace('_', ' ');
        if (last.endsWith("ies")) {
            return last.substring(0, last.length() - 3) + "y";
        }
        return last.endsWith("sses") ? last.substring(0, last.length() - 2) : last.substring(0, last.length() - 1);
    }

    private Object amount(Node.Scalar scalar, Spot spot) {
        return scalar.plain()
                ? Amount.of(scalar.text()).<Object>map(amount -> amount).orElseGet(() -> wrong(scalar, spot))
                : wrong(scalar, spot);
    }

    private Object date(Node.Scalar scalar, Spot spot) {
        if (DATE.matcher(scalar.text()).matches()) {
            try {
                return LocalDate.parse(scalar.text());
            } catch (DateTimeParseException e) {
                return fault(scalar, spot, "no such date: " + scalar.text());
            }
        }
        return wrong(scalar, spot);
    }

    private Object truth(Node.Scalar scalar, Spot spot) {
        boolean truth = scalar.text().equals("true");
        return scalar.plain() && (truth || scalar.text().equals("false")) ? truth : wrong(scalar, spot);
    }

    private Object constant(Node.Scalar scalar, Spot spot) {
        List<String> names = names(spot.place().raw());
        int index = names.indexOf(scalar.text());
        if (index >= 0) {
            return spot.place().raw().getEnumConstants()[index];
        }
        return fault(scalar, spot, Texts.unknown("word", scalar.text(), names));
    }

    private Object whole(Node.Scalar scalar, Spot spot) {
        if (!scalar.plain() || !Decimals.isInteger(scalar.text())) {
            return wrong(scalar, spot);
        }
        double value = Double.parseDouble(scalar.text());
        Range allowed = spot.place().range().and(new Range(Integer.MIN_VALUE, Integer.MAX_VALUE, false));
        if (!allowed.holds(value)) {
            return fault(scalar, spot, "found " + scalar.text() + "; " + allowed.words(Decimals::text));
        }
        return (int) value;
    }

    private Object wrong(Node.Scalar scalar, Spot spot) {
        String found = scalar.plain() ? Texts.shortened(scalar.text()) : scalar.kind() + " in quotes";
        return fault(scalar, spot, "found " + found + "; must be " + expected(spot));
    }

    private Object fault(Node node, Spot spot, String message) {
        findings.fault(node.at(), spot, message);
        return Placeholders.of(spot.place().raw());
    }

    private static String expected(Spot spot) {
        Class<?> type = spot.place().raw();
        if (type == String.class) {
            return spot.place().form() == null ? "a text" : spot.place().form().meaning();
        }
        if (type == LocalDate.class) {
            return "a date such as 2025-01-31";
        }
        if (type == Amount.class) {
            return "a number with its unit, such as 12 h";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        return type.isEnum() ? "one of " + String.join(", ", names(type)) : "a whole number such as 12";
    }

    static List<String> names(Class<?> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(constant -> Texts.snake(((Enum<?>) constant).name()))
                .toList();
    }
}
