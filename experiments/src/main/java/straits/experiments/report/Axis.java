package straits.experiments.report;

import java.util.List;

/**
 * An axis of a chart.
 *
 * @param title what stands along it, without its unit
 * @param unit unit of its values, empty if there is none
 * @param categories names of its places in order; empty for an axis of numbers
 */
public record Axis(String title, String unit, List<String> categories) {

    /** Copies the list. */
    public Axis {
        categories = List.copyOf(categories);
    }

    /** An axis of categories. */
    public static Axis of(String title, List<String> categories) {
        return new Axis(title, "", categories);
    }

    /** An axis of numbers. */
    public static Axis of(String title, String unit) {
        return new Axis(title, unit, List.of());
    }

    /** Title and unit, as in "price paid, USD per h100e-hour". */
    public String label() {
        return unit.isEmpty() ? title : title + ", " + unit;
    }
}
