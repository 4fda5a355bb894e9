package straits.experiments.montecarlo;

/**
 * Which run: a design point and a replication of it.
 *
 * @param point number of the design point, from 0
 * @param regime key of its regime
 * @param replication number of the replication, from 0
 */
public record UnitKey(int point, String regime, int replication) {}
