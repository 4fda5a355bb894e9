package straits.experiments.design;

/** A row of a design: where on each axis it lies, and its part in the design. Immutable. */
final class DesignRow {

    /** Part of a row that has no other. */
    static final String POINT = "point";

    private final int sample;
    private final String role;
    private final double[] shares;

    /**
     * A row.
     *
     * @param sample which base point or trajectory it belongs to, from 0
     * @param role its part there, see {@link PointSets}
     * @param shares a number from 0 to 1 per axis; kept, not copied
     */
    DesignRow(int sample, String role, double... shares) {
        this.sample = sample;
        this.role = role;
        this.shares = shares;
    }

    /** Another row at the same place. */
    DesignRow copy() {
        return new DesignRow(sample, role, shares);
    }

    int sample() {
        return sample;
    }

    String role() {
        return role;
    }

    double share(int axis) {
        return shares[axis];
    }
}
