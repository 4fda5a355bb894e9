package straits.experiments.output;

import java.util.Locale;
import straits.experiments.analysis.Interval;

/**
 * How numbers of one answer are written for people.
 *
 * @param unit the unit as written
 * @param factor multiplies a number in base units
 * @param decimals digits after the point
 */
record Scale(String unit, double factor, int decimals) {

    /** A scale that suits numbers up to a size in the given unit. */
    static Scale of(String unit, double size) {
        return switch (unit) {
            case "USD" -> money(size);
            case "fraction" -> new Scale("%", 100, 1);
            case "USD per h100e-hour" -> new Scale(unit, 1, 2);
            default -> new Scale(unit, 1, size >= 100 ? 0 : size >= 10 ? 1 : 2);
        };
    }

    private static Scale money(double size) {
        if (size >= 1e9) {
            return new Scale("bn USD", 1e-9, 2);
        }
        return size >= 1e6 ? new Scale("m USD", 1e-6, 2) : new Scale("USD", 1, 0);
    }

    /** A number. */
    String text(double value) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value * factor);
        return text.matches("-[0.,]+") ? text.substring(1) : text;
    }

    /** A number and its unit. */
    String withUnit(double value) {
        return text(value) + " " + unit;
    }

    /** A mean and its interval. */
    String estimate(Summary.Row row) {
        return text(row.mean()) + " " + text(row.interval());
    }

    /** An interval; n/a if it is missing. */
    String text(Interval interval) {
        return interval.missing() ? "n/a" : "[" + text(interval.low()) + " .. " + text(interval.high()) + "]";
    }
}
