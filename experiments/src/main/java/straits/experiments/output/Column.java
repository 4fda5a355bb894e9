package straits.experiments.output;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column of a table, as the codebook states it.
 *
 * @param name snake_case, ends in its unit where it has one
 * @param type what its cells hold
 * @param unit unit of a number, empty where there is none
 * @param meaning one line, never empty
 */
public record Column(String name, Type type, String unit, String meaning) {

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    /** What the cells of a column hold; a cell may also be empty, for missing. */
    public enum Type {
        /** Text, quoted where RFC 4180 asks for it. */
        TEXT,
        /** A whole number that fits 64 bits. */
        INTEGER,
        /** A double in the form of {@link DecimalText}. */
        DECIMAL,
        /** A date in UTC, ISO 8601: 2025-12-31. */
        DATE,
        /** {@code true} or {@code false}. */
        BOOLEAN;

        /** The word in the codebook. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Checks the name and the meaning.
     *
     * @throws IllegalArgumentException if the name is not snake_case or the meaning is blank
     */
    public Column {
        if (!SNAKE_CASE.matcher(name).matches()) {
            throw new IllegalArgumentException("column name must be snake_case: \"" + name + "\"");
        }
        if (meaning.isBlank()) {
            throw new IllegalArgumentException("column \"" + name + "\" needs a meaning");
        }
    }
}
