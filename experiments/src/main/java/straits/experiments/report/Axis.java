package straits.experiments.report;

import java.util.List;

/**
 * An axis of a chart.
 *
 * @param title what stands along it, without its unit
 * @param unit unit of its values, empty if there is none
 * @param categories names of its places in order; empty for an axis of numbers
 * @param amounts whether its values cannot be below zero, so that nothing is drawn there
 */
public record Axis(String title, String unit, List<String> categories, boolean amounts) {

    /** Copies the list. */
    public Axis {
        categories = List.copyOf(categories);
    }

    /** An axis of categories. */
    public static Axis of(String title, List<String> categories) {
        return new Axis(title, "", categories, false);
    }

    /** An axis of numbers, which may be below zero. */
    public static Axis of(String title, String unit) {
        return new Axis(title, unit, List.of(), false);
    }

    /** An axis of numbers that cannot be below zero, even if the interval of an estimate is. */
    public static Axis ofAmounts(String title, String unit) {
        return new Axis(title, unit, List.of(), true);
    }

    /** Whether it begins at zero whatever its values are: shares of a whole do. */
    public boolean fromZero() {
        return amounts && unit.equals("%");
    }

    /** Title and unit, as in "price paid, USD per h100e-hour". */
    public String label() {
        return unit.isEmpty() ? title : title + ", " + unit;
    }
}
