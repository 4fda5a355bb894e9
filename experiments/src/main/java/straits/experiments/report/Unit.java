package straits.experiments.report;

/**
 * One run.
 *
 * @param point design point
 * @param replication number of the replication
 */
record Unit(int point, int replication) {}
