package straits.experiments.analysis;

/**
 * A closed interval, in the unit of the estimate it belongs to.
 *
 * @param low lower end, or NaN when the interval is missing
 * @param high upper end, not below {@code low}, may be infinite; NaN when the interval is missing
 */
public record Interval(double low, double high) {

    /** The interval that cannot be computed, for example from one replication. */
    public static final Interval MISSING = new Interval(Double.NaN, Double.NaN);

    /**
     * Checks the order of the ends.
     *
     * @throws IllegalArgumentException if the ends are out of order or only one of them is NaN
     */
    public Interval {
        boolean missing = Double.isNaN(low) && Double.isNaN(high);
        if (!missing && !(low <= high)) {
            throw new IllegalArgumentException("interval ends out of order: " + low + ", " + high);
        }
    }

    /** The interval of this half width around a centre; missing unless both are finite. */
    static Interval around(double centre, double halfWidth) {
        boolean known = Double.isFinite(centre) && Double.isFinite(halfWidth);
        return known ? new Interval(centre - halfWidth, centre + halfWidth) : MISSING;
    }

    /** Whether there is no interval. */
    public boolean missing() {
        return Double.isNaN(low);
    }

    /** Whether the value lies in the interval, ends included; false when it is missing. */
    public boolean covers(double value) {
        return low <= value && value <= high;
    }

    /** Half the distance between the ends; NaN when the interval is missing or both ends are infinite. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
