package straits.experiments.design;

/**
 * A design point: what all its replications have in common.
 *
 * @param index number of the point, from 0
 * @param regime key of its regime
 */
public record Point(int index, String regime) {}
