package straits.scenario;

/**
 * A number as a scenario states it, in the base unit of its place, with where it comes from.
 *
 * @param value the number in base units (hours, USD, kW, GPUs, fractions: the place says which); never NaN
 * @param source where it comes from
 */
public record Quantity(double value, Source source) {

    /** A number with no statement of origin. */
    public static Quantity of(double value) {
        return new Quantity(value, Source.UNSTATED);
    }
}
