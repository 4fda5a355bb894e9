package straits.experiments.report;

/**
 * One run.
 *
 * @param point design point
 * @param replication number of the replication
 */
record Unit(int point, int replication) {

    private static final int APART = 1_000_003;

    /** Runs of neighbouring points must not fall on each other, as they would by the hash that a record has of itself. */
    @Override
    public int hashCode() {
        return APART * point + replication;
    }
}
