package straits.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A table; a text of cells, the first left, the others right. */
final class Markdown {

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private final StringBuilder text = new StringBuilder();

    Markdown(List<String> columns) {
        row(columns);
        List<String> rules = new ArrayList<>();
        columns.forEach(column -> rules.add(rules.isEmpty() ? "---" : "---:"));
        row(rules);
    }

    Markdown(String... columns) {
        this(List.of(columns));
    }

    void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    void row(String... cells) {
        row(List.of(cells));
    }

    void row(String name, DoubleStream values) {
        row(Stream.concat(Stream.of(name), values.mapToObj(Markdown::number)).toList());
    }

    /** Three digits at most, thousands apart; a dash for what was not measured. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }

    static String ratio(double value) {
        return Double.isNaN(value) ? "-" : number(value) + "x";
    }

    /** Words of a constant or a slug, as in a table. */
    static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
